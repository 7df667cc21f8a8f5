using Parquet;
using Parquet.Schema;

namespace ImsAudit.History.Exporting;

/// <summary>A column of a Parquet file, made from rows of one kind. A closed set, since each type is written by a call of its own.</summary>
internal abstract class ParquetColumn<TRow>(DataField kind)
{
    public DataField Field => kind;

    public abstract Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows);
}

internal sealed class TextColumn<TRow>(string name, Func<TRow, string?> read) : ParquetColumn<TRow>(new DataField(name, typeof(string), isNullable: true))
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows) => group.WriteAsync(Field, (string[])[.. rows.Select(row => read(row)!)]);
}

/// <summary>Whole numbers, 64 bits.</summary>
internal sealed class NumberColumn<TRow>(string name, Func<TRow, long?> read) : ParquetColumn<TRow>(new DataField(name, typeof(long), isNullable: true))
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows) => group.WriteAsync<long>(Field, (long?[])[.. rows.Select(read)]);
}

internal sealed class ShareColumn<TRow>(string name, Func<TRow, double?> read) : ParquetColumn<TRow>(new DataField(name, typeof(double), isNullable: true))
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows) => group.WriteAsync<double>(Field, (double?[])[.. rows.Select(read)]);
}

internal sealed class FlagColumn<TRow>(string name, Func<TRow, bool?> read) : ParquetColumn<TRow>(new DataField(name, typeof(bool), isNullable: true))
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows) => group.WriteAsync<bool>(Field, (bool?[])[.. rows.Select(read)]);
}

/// <summary>Moments in UTC, in microseconds.</summary>
internal sealed class TimeColumn<TRow>(string name, Func<TRow, DateTimeOffset?> read)
    : ParquetColumn<TRow>(new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true))
{
    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows) => group.WriteAsync<DateTime>(Field, (DateTime?[])[.. rows.Select(row => read(row)?.UtcDateTime)]);
}
