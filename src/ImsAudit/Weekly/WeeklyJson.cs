using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Weekly;

/// <summary>The report as JSON (<c>imsaudit/weekly/1</c>): whether everything was seen comes first.</summary>
public static class WeeklyJson
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes indented JSON with a final line end; the stream stays open.</summary>
    public static void Write(WeeklyReport report, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, SafeJson.Indented))
        {
            writer.WriteStartObject();
            WriteHead(writer, report);
            WeeklyScansJson.WriteSelections(writer, report.Selections);
            WeeklyTallyJson.Write(writer, report);
            WeeklyScansJson.WriteSeries(writer, report.Series);
            WeeklyFindingsJson.WriteForecast(writer, report.Forecast);
            WeeklyFindingsJson.WriteWaivers(writer, report.Waivers);
            WeeklyImagesJson.Write(writer, report);
            WriteFindings(writer, report.Findings);
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteHead(Utf8JsonWriter writer, WeeklyReport report)
    {
        writer.WriteString("schema", WeeklyReport.Schema);
        if (report.Completeness == Completeness.NotKnown) writer.WriteNull("complete");
        else writer.WriteBoolean("complete", report.Completeness == Completeness.Complete);
        writer.WriteNumber("exitCode", report.ExitCode);
        writer.WriteString("from", SafeJson.Time(report.From));
        writer.WriteString("asOf", SafeJson.Time(report.AsOf));
        writer.WriteString("language", report.Language);
        writer.WriteString("ownerTag", report.OwnerTag);
        writer.WriteStartObject("tool");
        writer.WriteString("name", report.Tool.Name);
        writer.WriteString("version", report.Tool.Version);
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, IReadOnlyList<WeeklyFinding> findings)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            WeeklyFindingsJson.Write(writer, finding);
            if (writer.BytesPending >= FlushAt) writer.Flush();
        }
        writer.WriteEndArray();
    }
}
