using ImsAudit.History.Databases;
using ImsAudit.Policies;

namespace ImsAudit.History.Recording;

/// <summary>
/// The fields of images that a history keeps: what says which image it is and how far it can be trusted, and what any
/// scan's policies have read. The list only grows, so that scans by different policies do not make different images.
/// </summary>
internal sealed class FieldBook
{
    private static readonly string[] s_always =
    [
        "name", "owner", "visibility", "status", "protected", "hw_firmware_type", "__system__cmkid", "tags", "__imagetype", "checksum", "created_at",
    ];

    private readonly List<(string Name, bool Masked)> _fields = [];

    /// <summary>How many of them were kept before this scan.</summary>
    public int Before { get; private set; }

    public IReadOnlyList<(string Name, bool Masked)> All => _fields;

    /// <summary>The stored fields and those that the policies read; what sensitive policies alone read is masked from now on.</summary>
    public static async Task<FieldBook> LoadAsync(Session session, PolicySet policies, SecretFields secrets, CancellationToken cancellationToken)
    {
        var book = new FieldBook();
        book._fields.AddRange(await session.QueryAsync("SELECT name, masked FROM field ORDER BY id", row => (row.GetString(0), row.GetInt64(1) != 0), cancellationToken));
        book.Before = book._fields.Count;
        foreach (var name in s_always.Concat(NamesOf(policies)).Distinct(StringComparer.Ordinal)) await book.AddAsync(session, name, cancellationToken);
        foreach (var name in secrets.Always.Where(name => !name.StartsWith('@')).Except(s_always).Order(StringComparer.Ordinal)) await book.MaskAsync(session, name, cancellationToken);
        return book;
    }

    private static IEnumerable<string> NamesOf(PolicySet policies) =>
        policies.Policies.SelectMany(policy => policy.Slots).Select(slot => policies.Fields.Names[slot])
            // What the collector knows is kept as the image's scope and categories; tags are kept whole.
            .Where(name => !name.StartsWith('@')).Order(StringComparer.Ordinal);

    private async Task AddAsync(Session session, string name, CancellationToken cancellationToken)
    {
        if (_fields.Exists(field => field.Name == name)) return;
        _fields.Add((name, false));
        await session.ExecuteAsync("INSERT INTO field (id, name, masked) VALUES (@id, @name, 0)", [SqlValue.Of("@id", _fields.Count), SqlValue.Of("@name", StoredText.Of(name))], cancellationToken);
    }

    private async Task MaskAsync(Session session, string name, CancellationToken cancellationToken)
    {
        var at = _fields.FindIndex(field => field.Name == name);
        if (_fields[at].Masked) return;
        _fields[at] = (name, true);
        await session.ExecuteAsync("UPDATE field SET masked = 1 WHERE id = @id", [SqlValue.Of("@id", at + 1)], cancellationToken);
    }
}
