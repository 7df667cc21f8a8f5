using ImsAudit.Baselines;
using ImsAudit.History.Addresses;
using ImsAudit.History.Databases;
using ImsAudit.History.Pruning;
using ImsAudit.History.Reading;
using ImsAudit.History.Recording;
using ImsAudit.Inventories;

namespace ImsAudit.History;

/// <summary>
/// The history of an estate: past scans, findings as intervals, images as versions. Every method that writes is one
/// transaction: it happens whole or not at all, and two at once happen one after the other.
/// </summary>
public sealed class HistoryStore : IAsyncDisposable
{
    private readonly HistoryDatabase _database;

    private HistoryStore(HistoryDatabase database) => _database = database;

    /// <summary>Where it lies, for messages; without a password.</summary>
    public string Name => _database.Name;

    /// <summary>Opens a history, and brings an older one to this program's schema.</summary>
    /// <param name="create">One that is not there is made.</param>
    /// <exception cref="HistoryException">It cannot be opened, is none, or was written by a newer program.</exception>
    public static Task<HistoryStore> OpenAsync(HistoryAddress address, bool create, CancellationToken cancellationToken) =>
        OpenAsync(address, create, HistorySchema.Steps, cancellationToken);

    internal static async Task<HistoryStore> OpenAsync(HistoryAddress address, bool create, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        HistoryDatabase database = address is PostgresAddress postgres ? new PostgresDatabase(postgres) : new SqliteDatabase((SqliteAddress)address);
        var store = new HistoryStore(database);
        try
        {
            await store.GuardAsync(async () =>
            {
                await Migration.RunAsync(database, steps, create, cancellationToken);
                return 0;
            });
            return store;
        }
        catch
        {
            // Whatever it was goes on from here; nobody else can let go of the database.
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>What is open at the moment of a scan, within what the scan looks at.</summary>
    public Task<KnownFindings> ReadKnownAsync(IInventory inventory, DateTimeOffset asOf, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var session = await ReadingSessionAsync(cancellationToken);
        return await KnownQuery.RunAsync(session, new ScanCoverage(inventory.Listings, inventory.Completeness), asOf, cancellationToken);
    });

    /// <summary>Stores a scan. A run id that is there already changes nothing.</summary>
    public async Task<StoredScan> StoreAsync(ScanToStore scan, CancellationToken cancellationToken)
    {
        await using var pending = await PrepareAsync(scan, cancellationToken);
        await pending.CommitAsync(cancellationToken);
        return pending.Stored;
    }

    /// <summary>Writes a scan, which counts once it is committed.</summary>
    public Task<PendingScan> PrepareAsync(ScanToStore scan, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        var session = await WritingSessionAsync(cancellationToken);
        try
        {
            return new PendingScan(session, await ScanRecorder.StoreAsync(session, scan, cancellationToken), GuardAsync);
        }
        catch
        {
            // Whatever it was goes on from here; the lock must not stay.
            await session.DisposeAsync();
            throw;
        }
    });

    /// <summary>Answers questions about one moment of the history, whoever writes meanwhile.</summary>
    public Task<T> ReadAsync<T>(Func<HistoryReading, Task<T>> read, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var session = await ReadingSessionAsync(cancellationToken);
        return await read(await HistoryReading.OpenAsync(session, cancellationToken));
    });

    /// <summary>Forgets what the rule does not keep.</summary>
    /// <param name="dryRun">Only says what would go.</param>
    public Task<PruneReport> PruneAsync(PruneRule rule, bool dryRun, CancellationToken cancellationToken) => GuardAsync(async () =>
    {
        await using var connection = await _database.ConnectAsync(create: false, cancellationToken);
        var before = await _database.SizeAsync(connection, cancellationToken);
        var counts = new PruneReport(0, 0, 0, 0, 0, before, before);
        await using (var session = await WritingSessionAsync(cancellationToken))
        {
            counts = await HistoryPruner.PruneAsync(session, rule, counts, cancellationToken);
            if (!dryRun) await session.CommitAsync(cancellationToken);
        }
        if (dryRun) return counts;
        await _database.VacuumAsync(connection, cancellationToken);
        return counts with { BytesAfter = await _database.SizeAsync(connection, cancellationToken) };
    });

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<Session> WritingSessionAsync(CancellationToken cancellationToken)
    {
        var connection = await _database.ConnectAsync(create: false, cancellationToken);
        return await Session.BeginAsync(connection, () => _database.BeginWritingAsync(connection, cancellationToken));
    }

    private async Task<Session> ReadingSessionAsync(CancellationToken cancellationToken)
    {
        var connection = await _database.ConnectAsync(create: false, cancellationToken);
        return await Session.BeginAsync(connection, () => _database.BeginReadingAsync(connection, cancellationToken));
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception trouble) when (trouble is not HistoryException && _database.Explain(trouble) is not null)
        {
            throw _database.Explain(trouble)!;
        }
    }
}
