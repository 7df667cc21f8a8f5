using System.Data.Common;

namespace ImsAudit.History.Databases;

/// <summary>What SQLite and PostgreSQL do in ways of their own; every other statement is the same for both.</summary>
internal abstract class HistoryDatabase : IAsyncDisposable
{
    /// <summary>For messages; without a password.</summary>
    public abstract string Name { get; }

    /// <summary>The type of columns of bytes.</summary>
    public abstract string BytesType { get; }

    /// <summary>The type of whole numbers of 64 bits; in SQLite the one that makes a key the row itself.</summary>
    public abstract string NumberType { get; }

    /// <summary>A connection that is open. With <paramref name="create"/> a history that is not there is made.</summary>
    public abstract Task<DbConnection> ConnectAsync(bool create, CancellationToken cancellationToken);

    /// <summary>A transaction that no other writer is in at the same time; it waits for its turn.</summary>
    public abstract Task<DbTransaction> BeginWritingAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>A transaction that sees one moment, whoever writes meanwhile.</summary>
    public abstract Task<DbTransaction> BeginReadingAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The version of the schema that is there; 0 when none is.</summary>
    public abstract Task<int> ReadVersionAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Makes what the tables stand in.</summary>
    public abstract Task PrepareSchemaAsync(Session session, CancellationToken cancellationToken);

    public abstract Task WriteVersionAsync(Session session, int version, CancellationToken cancellationToken);

    /// <summary>Gives back the room of what was deleted.</summary>
    public abstract Task VacuumAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <returns>Bytes on disk.</returns>
    public abstract Task<long> SizeAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>What went wrong, as a sentence; null for what is none of the database's business.</summary>
    public abstract HistoryException? Explain(Exception trouble);

    public abstract ValueTask DisposeAsync();
}
