using ImsAudit.Drift;
using ImsAudit.Inventories;

namespace ImsAudit.Cli.Outputs;

/// <summary>Writes what the catalogue does not know, for people: a table of fields and one of values, their cells parted by tabs.</summary>
internal static class DriftPage
{
    public static void Write(PlainText text, DriftReport report)
    {
        text.Line($"{Count(report.Fields.Count, "field")} and {Count(report.Values.Count, "value")} that the catalogue does not know, in {Count(report.Images, "image")}.");
        if (report.Completeness == Completeness.Incomplete) text.Line("INCOMPLETE: not every image was seen; there may be more.");
        foreach (var note in report.Notes) text.Line(note);
        WriteTable(text, ["field", "images", "first image", "example"], report.Fields.Select(field => new[] { field.Name, Number(field.Images), field.FirstImageId, Shown(field.Example) }));
        WriteTable(text, ["field", "value", "images", "first image"], report.Values.Select(value => new[] { value.Field, value.Value, Number(value.Images), value.FirstImageId }));
    }

    private static void WriteTable(PlainText text, string[] head, IEnumerable<string[]> rows)
    {
        foreach (var (at, row) in rows.Index())
        {
            if (at == 0) text.Line();
            if (at == 0) text.Row(head);
            text.Row(row);
        }
    }

    private static string Shown(string example) => example.Length > 0 ? example : "(empty)";

    private static string Number(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Count(long count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";
}
