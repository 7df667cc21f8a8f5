using System.Buffers;
using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Ocsf;

/// <summary>
/// <c>ocsf</c>: compliance findings (class 2003 of OCSF 1.3.0), an event a line: first what was not seen, then the findings,
/// then what is fixed since the baseline.
/// </summary>
internal static class OcsfReport
{
    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(line, SafeJson.OneLine);
        var events = new OcsfEvents(result);
        foreach (var write in Events(result, events))
        {
            cancellationToken.ThrowIfCancellationRequested();
            write(writer);
            writer.Flush();
            line.Write("\n"u8);
            output.Write(line.WrittenSpan);
            line.ResetWrittenCount();
            writer.Reset();
        }
    }

    private static IEnumerable<Action<Utf8JsonWriter>> Events(AuditResult result, OcsfEvents events)
    {
        var gaps = Gap.Of(result);
        foreach (var gap in gaps) yield return writer => events.Write(writer, gap);
        if (gaps.Count == 0 && result.Run.Completeness == Completeness.NotKnown) yield return events.WriteNotKnown;
        if (Model.Verdict.Of(result).Forecast is { } forecast) yield return writer => events.WriteForecast(writer, forecast);
        foreach (var finding in result.Findings) yield return writer => events.Write(writer, finding);
        foreach (var gone in result.Baseline?.Fixed ?? []) yield return writer => events.Write(writer, gone);
    }
}
