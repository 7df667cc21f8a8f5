using System.Data;
using System.Data.Common;

namespace ImsAudit.History.Databases;

/// <summary>Inserts many rows into a table, several a statement: a round trip a row is what a database is slow at.</summary>
internal sealed class BulkInsert(Session session, string table, (string Name, DbType Type)[] columns) : IAsyncDisposable
{
    private const int RowsAtOnce = 64;

    private readonly List<object?[]> _rows = new(RowsAtOnce);
    private DbCommand? _full;

    public async ValueTask AddAsync(object?[] row, CancellationToken cancellationToken)
    {
        _rows.Add(row);
        if (_rows.Count < RowsAtOnce) return;
        _full ??= await PrepareAsync(RowsAtOnce, cancellationToken);
        await ExecuteAsync(_full, cancellationToken);
    }

    /// <summary>Writes what is left; nothing is written without it.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count == 0) return;
        await using var rest = await PrepareAsync(_rows.Count, cancellationToken);
        await ExecuteAsync(rest, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_full is not null) await _full.DisposeAsync();
    }

    private async Task ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var at = 0;
        foreach (var cell in _rows.SelectMany(row => row)) command.Parameters[at++].Value = cell ?? DBNull.Value;
        await command.ExecuteNonQueryAsync(cancellationToken);
        _rows.Clear();
    }

    private Task<DbCommand> PrepareAsync(int rows, CancellationToken cancellationToken)
    {
        var values = new SqlValue[rows * columns.Length];
        for (var i = 0; i < values.Length; i++) values[i] = new SqlValue($"@p{i}", columns[i % columns.Length].Type, Value: null);
        var places = Enumerable.Range(0, rows).Select(row => $"({string.Join(',', values.Skip(row * columns.Length).Take(columns.Length).Select(value => value.Name))})");
        return session.PrepareAsync($"INSERT INTO {table} ({string.Join(',', columns.Select(column => column.Name))}) VALUES {string.Join(',', places)}", values, cancellationToken);
    }
}
