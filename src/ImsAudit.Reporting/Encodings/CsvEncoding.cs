namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// CSV (RFC 4180). A value is a cell, in quotes, that no spreadsheet runs; within quotes of the template it is a part of
/// that cell. Elsewhere a comma in it would make cells, and the template is wrong and says so.
/// </summary>
public sealed class CsvEncoding : ReportEncoding
{
    internal override ValuePlace NewPlace() => new CsvPlace();

    internal override string Encode(string text, ValuePlace? place)
    {
        var cell = SpreadsheetCell.Defuse(text).Replace("\"", "\"\"", StringComparison.Ordinal);
        if (place is not CsvPlace { IsQuoted: false } between) return place is null ? $"\"{cell}\"" : cell;
        if (!between.IsStart) throw new PlaceException("A value cannot stand in the middle of a cell without quotes: \"{{ x }} of {{ y }}\". Put quotes around the whole cell.");
        between.NoteValue();
        return $"\"{cell}\"";
    }

    internal override string Link(string address) => Encode(address, place: null);
}
