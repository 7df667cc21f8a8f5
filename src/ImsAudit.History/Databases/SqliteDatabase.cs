using System.Data;
using System.Data.Common;
using ImsAudit.Files;
using ImsAudit.History.Addresses;
using Microsoft.Data.Sqlite;

namespace ImsAudit.History.Databases;

/// <summary>A history in one file. Writers take turns by SQLite's own lock; readers see the last committed moment (WAL).</summary>
internal sealed class SqliteDatabase(SqliteAddress address) : HistoryDatabase
{
    /// <summary>"IMSA": how a file says whose it is.</summary>
    private const long ApplicationId = 0x494D5341;

    /// <summary>How long a writer waits for another one.</summary>
    private const int PatienceInSeconds = 60;

    private const int ReadOnly = 8;
    private const int CannotOpen = 14;

    public override string Name => address.Name;

    public override string BytesType => "BLOB";

    public override string NumberType => "INTEGER";

    public override async Task<DbConnection> ConnectAsync(bool create, CancellationToken cancellationToken)
    {
        if (!create && !File.Exists(address.Path)) throw Mistake($"There is no history at {Name}. A scan with --history {Name} makes one.");
        if (Directory.Exists(address.Path)) throw Mistake($"{Name} is a folder; a history is a file.");
        if (RealPath.Of(address.Path).StartsWith("/dev/", StringComparison.Ordinal)) throw Mistake($"{Name} is a device; a history is a file.");
        var connection = await OpenAsync(address.Path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, cancellationToken);
        try
        {
            var isReadOnly = SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") != 0;
            if (isReadOnly && create) throw Mistake(CannotBeWritten);
            if (isReadOnly && !File.Exists(address.Path + "-wal"))
            {
                await connection.DisposeAsync();
                // Nobody writes it, and who may only read it reads it as it lies there, without files beside it.
                connection = await OpenAsync($"file:{Uri.EscapeDataString(address.Path)}?immutable=1", SqliteOpenMode.ReadOnly, cancellationToken);
            }
            await CheckOwnerAsync(connection, cancellationToken);
            await RunAsync(connection, isReadOnly ? "PRAGMA temp_store = MEMORY" : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY", cancellationToken);
            return connection;
        }
        catch
        {
            // Whatever it was goes on from here; the file must not stay open.
            await connection.DisposeAsync();
            throw;
        }
    }

    // Immediate: the lock is taken at once, so that two writers never hold each other up half-way.
    public override Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    public override Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    public override async Task<int> ReadVersionAsync(DbConnection connection, CancellationToken cancellationToken) => (int)await PragmaAsync(connection, "user_version", cancellationToken);

    public override Task PrepareSchemaAsync(Session session, CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task WriteVersionAsync(Session session, int version, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync($"PRAGMA application_id = {ApplicationId}", [], cancellationToken);
        await session.ExecuteAsync($"PRAGMA user_version = {version}", [], cancellationToken);
    }

    public override Task VacuumAsync(DbConnection connection, CancellationToken cancellationToken) => RunAsync(connection, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);

    public override async Task<long> SizeAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await PragmaAsync(connection, "page_count", cancellationToken) * await PragmaAsync(connection, "page_size", cancellationToken);

    // The codes: https://sqlite.org/rescode.html
    public override HistoryException? Explain(Exception trouble) => trouble switch
    {
        SqliteException { SqliteErrorCode: 26 } => Mistake($"{Name} is no history: it is not an SQLite file. Name another file."),
        SqliteException { SqliteErrorCode: CannotOpen } => Mistake($"{Name} cannot be opened. Is its folder there, and may it be written?"),
        SqliteException { SqliteErrorCode: ReadOnly or 3 } => Mistake(CannotBeWritten),
        SqliteException { SqliteErrorCode: 11 } => new HistoryException($"{Name} is damaged, and SQLite cannot read it. Restore it from a backup, or begin a new one.", isMistake: true, trouble),
        SqliteException { SqliteErrorCode: 5 or 6 } => new HistoryException($"{Name} was in use by another program for {PatienceInSeconds} seconds.", isMistake: false, trouble),
        SqliteException { SqliteErrorCode: 13 } => new HistoryException($"{Name} cannot be written: the disk is full.", isMistake: false, trouble),
        SqliteException other => new HistoryException($"{Name} cannot be read or written: {other.Message}", isMistake: false, trouble),
        IOException or UnauthorizedAccessException => new HistoryException($"{Name} cannot be read or written: {trouble.Message}", isMistake: false, trouble),
        _ => null,
    };

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<SqliteConnection> OpenAsync(string source, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            // A connection that is closed is to let go of the file, and to leave no -wal beside it.
            Pooling = false,
            DefaultTimeout = PatienceInSeconds,
            ForeignKeys = true,
        }.ToString());
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private string CannotBeWritten => $"{Name} cannot be written: it is read-only, or belongs to somebody else.";

    private async Task CheckOwnerAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (await PragmaAsync(connection, "application_id", cancellationToken) == ApplicationId) return;
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        // Another program may have made it a history between the two questions.
        if (await command.ExecuteScalarAsync(cancellationToken) is not 0L && await PragmaAsync(connection, "application_id", cancellationToken) != ApplicationId)
            throw Mistake($"{Name} is no history: it is a database of another program. Name another file.");
    }

    private static async Task<long> PragmaAsync(DbConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names stand in this file.
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static HistoryException Mistake(string sentence) => new(sentence, isMistake: true);
}
