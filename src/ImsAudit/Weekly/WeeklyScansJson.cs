using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Weekly;

/// <summary>The members <c>selections</c> and <c>series</c>.</summary>
internal static class WeeklyScansJson
{
    public static void WriteSelections(Utf8JsonWriter writer, IReadOnlyList<WeeklySelection> selections)
    {
        writer.WriteStartArray("selections");
        foreach (var selection in selections)
        {
            writer.WriteStartObject();
            writer.WriteString("name", selection.Name);
            writer.WriteString("state", selection.State.Name());
            writer.WriteNumber("scans", selection.Scans);
            writer.WriteNumber("incompleteScans", selection.IncompleteScans);
            writer.WriteNumber("lateScans", selection.LateScans);
            writer.WriteTexts("notJudged", selection.NotJudged);
            writer.WriteString("lastRun", selection.LastRun);
            writer.WriteString("lastAsOf", SafeJson.Time(selection.LastAsOf));
            writer.WriteNumber("images", selection.Images);
            WriteShare(writer, selection.Compliance);
            writer.WriteTexts("notes", selection.Notes);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void WriteSeries(Utf8JsonWriter writer, IReadOnlyList<WeeklySeries> series)
    {
        writer.WriteStartArray("series");
        foreach (var one in series)
        {
            writer.WriteStartObject();
            writer.WriteString("name", one.Name);
            writer.WriteNumber("leftOut", one.LeftOut);
            writer.WriteStartArray("points");
            foreach (var point in one.Points) Write(writer, point);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, WeeklyPoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("from", SafeJson.Time(point.From));
        writer.WriteString("to", SafeJson.Time(point.To));
        writer.WriteNumber("scans", point.Scans);
        writer.WriteNumber("incompleteScans", point.IncompleteScans);
        writer.WriteBoolean("first", point.IsFirst);
        writer.WriteNumber("opened", point.Opened);
        writer.WriteNumber("fixed", point.Fixed);
        if (point.Last is { } last) Write(writer, last);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, WeeklyMeasure measure)
    {
        writer.WriteString("asOf", SafeJson.Time(measure.AsOf));
        WriteShare(writer, measure.Compliance);
        writer.WriteStartObject("findings");
        foreach (var severity in Severities.WorstFirst) writer.WriteNumber(severity.Name(), measure.Findings[severity]);
        writer.WriteEndObject();
        writer.WriteNumber("errors", measure.Errors);
        writer.WriteNumber("waived", measure.Waived);
        writer.WriteNumber("policies", measure.Policies);
        writer.WriteNumber("images", measure.Images);
    }

    private static void WriteShare(Utf8JsonWriter writer, double? compliance)
    {
        if (compliance is { } share) writer.WriteNumber("compliance", share);
        else writer.WriteNull("compliance");
    }
}
