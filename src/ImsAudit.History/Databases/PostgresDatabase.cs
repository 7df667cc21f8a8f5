using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using ImsAudit.History.Addresses;
using Npgsql;

namespace ImsAudit.History.Databases;

/// <summary>A history in the schema <c>imsaudit</c> of a PostgreSQL database. Writers take turns by an advisory lock.</summary>
internal sealed class PostgresDatabase : HistoryDatabase
{
    /// <summary>"IMSA": one lock for all writers of a database.</summary>
    private const long WriterLock = 0x494D5341;

    private const string Schema = "imsaudit";
    private const int ConnectTimeoutInSeconds = 15;
    private const int PatienceInSeconds = 120;

    private readonly PostgresAddress _address;
    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(PostgresAddress address)
    {
        _address = address;
        var builder = new NpgsqlSlimDataSourceBuilder(Settings(address).ToString());
        builder.EnableTransportSecurity();
        _source = builder.Build();
    }

    public override string Name => _address.ToString();

    public override string BytesType => "BYTEA";

    public override string NumberType => "BIGINT";

    public override async Task<DbConnection> ConnectAsync(bool create, CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    public override async Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        // Each statement sees what was committed before it, so what is read behind the lock is up to date.
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_xact_lock({WriterLock})";
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    public override async Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    public override async Task<int> ReadVersionAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // Asked of the catalogue's own table: to_regclass may not see yet what another session has just made.
        command.CommandText = $"SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = '{Schema}' AND tablename = 'meta')";
        if (await command.ExecuteScalarAsync(cancellationToken) is not true) return 0;
        command.CommandText = $"SELECT version FROM {Schema}.meta";
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public override Task PrepareSchemaAsync(Session session, CancellationToken cancellationToken) => session.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {Schema}", [], cancellationToken);

    public override async Task WriteVersionAsync(Session session, int version, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync($"CREATE TABLE IF NOT EXISTS {Schema}.meta (version INTEGER NOT NULL)", [], cancellationToken);
        if (await session.ExecuteAsync($"UPDATE {Schema}.meta SET version = {version}", [], cancellationToken) == 0)
            await session.ExecuteAsync($"INSERT INTO {Schema}.meta (version) VALUES ({version})", [], cancellationToken);
    }

    public override async Task VacuumAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // Not the whole database: the other schemas are not ours.
        command.CommandText = $"VACUUM (FULL, ANALYZE) {string.Join(", ", HistorySchema.Tables.Select(table => $"{Schema}.{table}"))}";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override async Task<long> SizeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = '{Schema}' AND c.relkind = 'r'";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // The codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    public override HistoryException? Explain(Exception trouble) => trouble switch
    {
        PostgresException { SqlState: "28P01" or "28000" } => Mistake($"The server of {Name} refuses the user: {((PostgresException)trouble).MessageText}. Set PGPASSWORD, or write the password to ~/.pgpass.", trouble),
        PostgresException { SqlState: "3D000" } => Mistake($"The server of {Name} has no such database. Make it: createdb {_address.Database}", trouble),
        PostgresException { SqlState: "42501" } refused => Mistake($"The user of {Name} has not the rights: {refused.MessageText}. It needs CREATE on the database, once, for the schema {Schema}.", trouble),
        PostgresException other => new HistoryException($"{Name} cannot be read or written: {other.MessageText}.", isMistake: false, trouble),
        NpgsqlException { InnerException: SocketException no } => new HistoryException($"{Name} cannot be reached: {no.Message}.", isMistake: false, trouble),
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => new HistoryException($"{Name} did not answer in time.", isMistake: false, trouble),
        NpgsqlException other => new HistoryException($"{Name} cannot be used: {other.Message.TrimEnd('.')}.", isMistake: false, trouble),
        IOException or SocketException => new HistoryException($"The connection to {Name} broke: {trouble.Message}", isMistake: false, trouble),
        _ => null,
    };

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    private static NpgsqlConnectionStringBuilder Settings(PostgresAddress address) => new()
    {
        Host = address.Host,
        Port = address.Port,
        Database = address.Database,
        Username = address.User,
        Password = address.Password,
        SslMode = Enum.Parse<SslMode>(address.SslMode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
        RootCertificate = address.RootCertificate,
        SearchPath = Schema,
        ApplicationName = "imsaudit",
        Timeout = ConnectTimeoutInSeconds,
        CommandTimeout = PatienceInSeconds,
        Pooling = false,
    };

    private static HistoryException Mistake(string sentence, Exception cause) => new(sentence, isMistake: true, cause);
}
