using System.Globalization;
using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>The run as SARIF's invocation: how it ended, and as notifications what was not seen.</summary>
internal static class SarifInvocation
{
    // SARIF's times have at most milliseconds where its readers are strict.
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <param name="kept">How many of the findings are results.</param>
    public static void Write(Utf8JsonWriter writer, AuditResult result, int kept)
    {
        var verdict = Verdict.Of(result);
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteBoolean("executionSuccessful", verdict.State != "incomplete");
        writer.WriteNumber("exitCode", result.Summary.Gate.ExitCode);
        writer.WriteString("exitCodeDescription", SarifText.Plain(verdict.Gate));
        writer.WriteString("startTimeUtc", Time(result.Run.StartedAt));
        writer.WriteString("endTimeUtc", Time(result.Run.FinishedAt));
        writer.WriteStartArray("toolExecutionNotifications");
        foreach (var notice in Notices(result, verdict, kept)) SarifNotices.Write(writer, notice);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static IEnumerable<SarifNotice> Notices(AuditResult result, Verdict verdict, int kept)
    {
        var gaps = Gap.Of(result);
        foreach (var gap in gaps) yield return new SarifNotice(SarifNotice.NotSeen, $"INCOMPLETE: {gap.Subject}: {gap.Error}");
        if (gaps.Count == 0 && result.Run.Completeness == Completeness.NotKnown) yield return new SarifNotice(SarifNotice.NotKnown, verdict.Completeness);
        if (verdict.Forecast is { } forecast) yield return new SarifNotice(SarifNotice.Remark, forecast);
        if (gaps.All(gap => gap.Listing is not null))
            foreach (var note in result.Run.Notes)
                yield return new SarifNotice(SarifNotice.Remark, note);
        foreach (var note in result.Run.Listings.SelectMany(listing => listing.Notes)) yield return new SarifNotice(SarifNotice.Remark, note);
        foreach (var row in ClosingRow.Of(result).Where(row => row.Waiver is not null)) yield return new SarifNotice(SarifNotice.WaiverWithoutEffect, row.Sentence);
        if (kept < result.Findings.Count)
        {
            yield return new SarifNotice(
                SarifNotice.LeftOut,
                $"{Words.Count(result.Findings.Count - kept, "finding")} are left out, since GitHub refuses a run with more than {Words.Number(SarifReport.MostResults)} results (and shows 5,000). What is open is kept first, the worst before the rest; json, ndjson and csv hold all.");
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
