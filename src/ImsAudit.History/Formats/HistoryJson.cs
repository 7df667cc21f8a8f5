using System.Text.Json;
using ImsAudit.History.Reading;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Formats;

/// <summary>What <c>history list|show|trend</c> write for other programs.</summary>
public static class HistoryJson
{
    public static void WriteScans(Stream output, IReadOnlyList<(PastScan Scan, string Selection)> scans) => Write(output, "imsaudit/history-scans/1", writer =>
    {
        writer.WriteStartArray("scans");
        foreach (var (scan, selection) in scans) WriteScan(writer, scan, selection);
        writer.WriteEndArray();
    });

    public static void WriteScan(Stream output, (PastScan Scan, string Selection) of, IReadOnlyList<FindingInterval> findings) => Write(output, "imsaudit/history-scan/1", writer =>
    {
        writer.WritePropertyName("scan");
        WriteScan(writer, of.Scan, of.Selection);
        writer.WriteStartArray("findings");
        foreach (var finding in findings) WriteFinding(writer, finding, of.Scan.AsOf, outcomes: null);
        writer.WriteEndArray();
    });

    /// <param name="asOf">The moment that ages are told at.</param>
    public static void WriteLife(Stream output, IReadOnlyList<(FindingInterval Finding, IReadOnlyList<OutcomeChange> Outcomes)> life, DateTimeOffset asOf) => Write(output, "imsaudit/history-finding/1", writer =>
    {
        writer.WriteStartArray("intervals");
        foreach (var (finding, outcomes) in life) WriteFinding(writer, finding, asOf, outcomes);
        writer.WriteEndArray();
    });

    public static void WriteTrend(Stream output, IReadOnlyList<TrendSeries> trend) => Write(output, "imsaudit/history-trend/1", writer =>
    {
        writer.WriteStartArray("series");
        foreach (var series in trend)
        {
            writer.WriteStartObject();
            writer.WriteString("selection", series.Name);
            writer.WriteNumber("leftOut", series.LeftOut);
            writer.WriteStartArray("points");
            foreach (var point in series.Points) WritePoint(writer, point);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    });

    private static void Write(Stream output, string schema, Action<Utf8JsonWriter> body)
    {
        using var writer = new Utf8JsonWriter(output, SafeJson.Indented);
        writer.WriteStartObject();
        writer.WriteString("schema", schema);
        body(writer);
        writer.WriteEndObject();
    }

    private static void WriteScan(Utf8JsonWriter writer, PastScan scan, string selection)
    {
        writer.WriteStartObject();
        writer.WriteString("run", scan.RunId);
        writer.WriteString("asOf", SafeJson.Time(scan.AsOf));
        writer.WriteString("finishedAt", SafeJson.Time(scan.FinishedAt));
        writer.WriteString("tool", scan.Tool);
        writer.WriteString("selection", selection);
        writer.WriteNumber("images", scan.Images);
        writer.WriteNumber("policies", scan.Policies);
        if (scan.IsComplete is { } complete) writer.WriteBoolean("complete", complete);
        else writer.WriteNull("complete");
        WriteCounts(writer, scan);
        writer.WriteNumber("opened", scan.Opened);
        writer.WriteNumber("reopened", scan.Reopened);
        writer.WriteNumber("fixed", scan.Fixed);
        writer.WriteBoolean("late", scan.Late);
        writer.WriteString("failOn", scan.FailOn);
        writer.WriteNumber("exitCode", scan.ExitCode);
        writer.WriteTexts("notes", scan.Notes);
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, PastScan scan)
    {
        if (scan.Compliance is { } compliance) writer.WriteNumber("compliance", compliance);
        else writer.WriteNull("compliance");
        writer.WriteStartObject("findings");
        foreach (var severity in Severities.WorstFirst) writer.WriteNumber(severity.Name(), scan.Findings[severity]);
        writer.WriteEndObject();
        writer.WriteNumber("errors", scan.Errors);
        writer.WriteNumber("waived", scan.Waived);
        writer.WriteNumber("baselined", scan.Baselined);
    }

    private static void WritePoint(Utf8JsonWriter writer, TrendPoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("from", SafeJson.Time(point.Period.From));
        writer.WriteString("to", SafeJson.Time(point.Period.To));
        writer.WriteNumber("scans", point.Scans);
        writer.WriteNumber("incompleteScans", point.IncompleteScans);
        writer.WriteNumber("opened", point.Opened);
        writer.WriteNumber("fixed", point.Fixed);
        writer.WriteString("run", point.Last?.RunId);
        writer.WriteString("asOf", point.Last is { } scan ? SafeJson.Time(scan.AsOf) : null);
        if (point.Last is { } last)
        {
            writer.WriteNumber("images", last.Images);
            writer.WriteNumber("policies", last.Policies);
            WriteCounts(writer, last);
        }
        writer.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter writer, FindingInterval finding, DateTimeOffset asOf, IReadOnlyList<OutcomeChange>? outcomes)
    {
        writer.WriteStartObject();
        writer.WriteString("fingerprint", finding.Fingerprint);
        writer.WriteString("policy", finding.Policy);
        writer.WriteString("severity", finding.Severity.Name());
        writer.WriteString("outcome", finding.Outcome.Name());
        WriteSubject(writer, finding);
        writer.WriteString("firstSeen", SafeJson.Time(finding.FirstSeen));
        writer.WriteString("lastSeen", SafeJson.Time(finding.LastSeen));
        writer.WriteString("fixedAt", finding.FixedAt is { } gone ? SafeJson.Time(gone) : null);
        writer.WriteBoolean("reopened", finding.Reopened);
        writer.WriteNumber("ageDays", (int)finding.AgeAt(asOf).TotalDays);
        writer.WriteString("waivedAt", finding.WaivedAt is { } waived ? SafeJson.Time(waived) : null);
        writer.WriteString("waiverOwner", finding.Waiver?.Note.Owner);
        if (outcomes is not null) WriteOutcomes(writer, outcomes);
        writer.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter writer, FindingInterval finding)
    {
        writer.WriteString("imageId", finding.Image?.Id);
        writer.WriteString("imageName", finding.Image?.Name);
        writer.WritePropertyName("scope");
        if (finding.Image is { } image) ScopeJson.Write(writer, image.Scope);
        else writer.WriteNullValue();
        writer.WriteTexts("categories", finding.Image?.Categories.Select(ImageCategories.Name) ?? []);
        writer.WritePropertyName("group");
        writer.WriteRawValue(finding.Group ?? "null");
    }

    private static void WriteOutcomes(Utf8JsonWriter writer, IReadOnlyList<OutcomeChange> outcomes)
    {
        writer.WriteStartArray("outcomes");
        foreach (var outcome in outcomes)
        {
            writer.WriteStartObject();
            writer.WriteString("at", SafeJson.Time(outcome.At));
            writer.WriteString("outcome", outcome.Outcome.Name());
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
