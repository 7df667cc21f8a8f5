using CsvHelper;
using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Reporting.Formats;

/// <summary>Any table as CSV (RFC 4180): a header, and each cell defused (<see cref="SpreadsheetCell"/>).</summary>
public static class CsvTable
{
    /// <param name="output">Stays open.</param>
    public static void Write(Stream output, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\r\n", HasHeader = true }, leaveOpen: true);
        foreach (var row in rows.Prepend(head))
        {
            foreach (var cell in row) csv.WriteField(SpreadsheetCell.Defuse(cell));
            csv.EndRecord();
        }
    }
}
