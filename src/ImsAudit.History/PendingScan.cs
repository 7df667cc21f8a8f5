using ImsAudit.History.Databases;
using ImsAudit.History.Recording;

namespace ImsAudit.History;

/// <summary>A scan that is written and does not count yet: until it is committed nobody sees it, and other writers wait. Disposed before, it never was.</summary>
public sealed class PendingScan : IAsyncDisposable
{
    private readonly Session _session;
    private readonly Func<Func<Task<int>>, Task<int>> _guard;

    internal PendingScan(Session session, StoredScan stored, Func<Func<Task<int>>, Task<int>> guard) => (_session, Stored, _guard) = (session, stored, guard);

    /// <summary>What it changes.</summary>
    public StoredScan Stored { get; }

    /// <exception cref="HistoryException">It cannot be stored; the history is as it was.</exception>
    public Task CommitAsync(CancellationToken cancellationToken) => _guard(async () =>
    {
        await _session.CommitAsync(cancellationToken);
        return 0;
    });

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
