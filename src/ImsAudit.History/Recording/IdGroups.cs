using ImsAudit.History.Databases;

namespace ImsAudit.History.Recording;

/// <summary>Rows that get the same value, so that they are written by a few statements instead of one a row.</summary>
internal sealed class IdGroups
{
    private const int IdsAtOnce = 500;

    private readonly Dictionary<long, List<long>> _ids = [];

    public long Count { get; private set; }

    public void Add(long value, long id)
    {
        if (!_ids.TryGetValue(value, out var ids)) _ids[value] = ids = [];
        ids.Add(id);
        Count++;
    }

    /// <param name="update">An UPDATE up to its WHERE, with <c>@value</c>; ids are numbers, and are written as such.</param>
    public async Task WriteAsync(Session session, string update, SqlValue[] others, CancellationToken cancellationToken)
    {
        foreach (var (value, ids) in _ids)
            foreach (var chunk in ids.Chunk(IdsAtOnce))
                await session.ExecuteAsync($"{update} WHERE id IN ({string.Join(',', chunk)})", [SqlValue.Of("@value", value), .. others], cancellationToken);
    }
}
