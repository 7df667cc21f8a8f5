namespace ImsAudit.History.Addresses;

/// <summary>Where a history lies: one of <see cref="SqliteAddress"/>, <see cref="PostgresAddress"/>. Its text never holds a password.</summary>
public abstract record HistoryAddress
{
    private protected HistoryAddress() { }
}

/// <summary>One file.</summary>
/// <param name="Path">Relative to the process, or absolute.</param>
/// <param name="Name">As the user named it.</param>
public sealed record SqliteAddress(string Path, string Name) : HistoryAddress
{
    public override string ToString() => Name;
}

/// <summary>A database of a PostgreSQL server; the history lies in its schema <c>imsaudit</c>.</summary>
public sealed record PostgresAddress : HistoryAddress
{
    /// <summary>A name, an address, or the folder of a unix socket.</summary>
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string Database { get; init; }

    public required string User { get; init; }

    /// <summary>Null: none is sent, or <c>~/.pgpass</c> has it.</summary>
    public string? Password { get; init; }

    /// <summary>As libpq names it: <c>disable</c>, <c>prefer</c>, <c>require</c>, <c>verify-ca</c> or <c>verify-full</c>.</summary>
    public required string SslMode { get; init; }

    public string? RootCertificate { get; init; }

    public override string ToString() => $"postgres://{User}@{(Host.StartsWith('/') ? "" : Host)}:{Port}/{Database}";
}
