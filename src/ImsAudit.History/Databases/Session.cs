using System.Data.Common;
using System.Runtime.CompilerServices;

namespace ImsAudit.History.Databases;

/// <summary>A transaction on a connection of its own. Disposing it without <see cref="CommitAsync"/> leaves everything as it was.</summary>
internal sealed class Session(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    /// <param name="connection">It is disposed with the session, and also when the transaction cannot begin.</param>
    public static async Task<Session> BeginAsync(DbConnection connection, Func<Task<DbTransaction>> begin)
    {
        try
        {
            return new Session(connection, await begin());
        }
        catch
        {
            // Whatever it was goes on from here; the connection must not stay open.
            await connection.DisposeAsync();
            throw;
        }
    }

    public DbCommand Command(string sql, params ReadOnlySpan<SqlValue> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Statements are ours; what comes from outside goes in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(Parameter(command, value));
        return command;
    }

    /// <summary>A command to be run more than once; its parameters are set by place.</summary>
    public async Task<DbCommand> PrepareAsync(string sql, SqlValue[] values, CancellationToken cancellationToken)
    {
        var command = Command(sql, values);
        await command.PrepareAsync(cancellationToken);
        return command;
    }

    public async Task<int> ExecuteAsync(string sql, SqlValue[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<long> CountAsync(string sql, SqlValue[] values, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteScalarAsync(cancellationToken) is { } count and not DBNull ? Convert.ToInt64(count, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params SqlValue[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Rows as they come, for what may be large.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(string sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return read(reader);
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static DbParameter Parameter(DbCommand command, SqlValue value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = value.Name;
        parameter.DbType = value.Type;
        parameter.Value = value.Value ?? DBNull.Value;
        return parameter;
    }
}
