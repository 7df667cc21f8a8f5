using Parquet;
using Parquet.Schema;

namespace ImsAudit.History.Exporting;

/// <summary>Writes rows as a Parquet file: a group of rows at a time, by the package's own columns and not by reflection.</summary>
internal sealed class ParquetTable<TRow>(params ParquetColumn<TRow>[] columns)
{
    private const int RowsInGroup = 50_000;

    /// <returns>How many rows there were.</returns>
    public async Task<long> WriteAsync(Stream output, IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        var schema = new ParquetSchema([.. columns.Select(column => column.Field)]);
        var written = 0L;
        await using var writer = await ParquetWriter.CreateAsync(schema, output, new ParquetOptions { CompressionMethod = CompressionMethod.Zstd }, cancellationToken: cancellationToken);
        var group = new List<TRow>(RowsInGroup);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            group.Add(row);
            if (group.Count < RowsInGroup) continue;
            written += await WriteGroupAsync(writer, group);
        }
        // A file without a group is one that some readers refuse.
        if (group.Count > 0 || written == 0) written += await WriteGroupAsync(writer, group);
        return written;
    }

    private async Task<long> WriteGroupAsync(ParquetWriter writer, List<TRow> rows)
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in columns) await column.WriteAsync(group, rows);
        group.CompleteValidate();
        var count = rows.Count;
        rows.Clear();
        return count;
    }
}
