using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>
/// <c>sarif</c> 2.1.0, within the limits of GitHub's code scanning. A rule is a policy, a result is a finding. What is
/// fixed since the baseline is told in the run's properties and not as an <c>absent</c> result, which code scanning would
/// open as an alert.
/// </summary>
internal static class SarifReport
{
    /// <summary>GitHub refuses a run with more results.</summary>
    public const int MostResults = 25_000;

    private const int FlushAt = 1 << 16;

    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using (var writer = new Utf8JsonWriter(output, SafeJson.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            WriteRun(writer, result, cancellationToken);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteRun(Utf8JsonWriter writer, AuditResult result, CancellationToken cancellationToken)
    {
        var kept = OpenFirst.Of(result.Findings, MostResults);
        var rules = new SarifRules(result);
        writer.WriteStartObject();
        // What was not seen comes before what was found.
        SarifInvocation.Write(writer, result, kept.Count);
        rules.WriteTool(writer, result.Tool);
        writer.WriteStartObject("automationDetails");
        // GitHub takes what stands before the last slash for the analysis, and the rest for the run.
        writer.WriteString("id", $"imsaudit/{Uri.EscapeDataString(VisibleRunId(result))}");
        writer.WriteEndObject();
        writer.WriteString("language", result.Run.Language == "zh" ? "zh" : "en");
        writer.WriteString("columnKind", "utf16CodeUnits");
        WriteResults(writer, (result, kept), rules, cancellationToken);
        WriteProperties(writer, result, kept.Count);
        writer.WriteEndObject();
    }

    private static string VisibleRunId(AuditResult result) => Encodings.VisibleText.Of(result.Run.Id);

    private static void WriteResults(Utf8JsonWriter writer, (AuditResult Result, IReadOnlyList<Finding> Kept) shown, SarifRules rules, CancellationToken cancellationToken)
    {
        // Of a run either all results tell of suppressions and baseline or none does (SARIF 3.27.23, 3.27.24).
        var known = new SarifKnown(shown.Kept.Any(finding => finding.Outcome == Outcome.Waived), shown.Result.Baseline is not null);
        writer.WriteStartArray("results");
        foreach (var finding in shown.Kept)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SarifResult.Write(writer, finding, rules, known);
            if (writer.BytesPending >= FlushAt) writer.Flush();
        }
        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, AuditResult result, int kept)
    {
        writer.WriteStartObject("properties");
        writer.WriteString("asOf", SafeJson.Time(result.Run.AsOf));
        writer.WriteNumber("images", result.Summary.Images);
        writer.WriteString("compliance", Words.Percent(result.Summary.Compliance));
        writer.WriteString("policySetSha256", SarifText.Plain(result.Run.PolicySetSha256));
        writer.WriteNumber("resultsLeftOut", result.Findings.Count - kept);
        if (result.Baseline is { } baseline) WriteFixed(writer, baseline);
        writer.WriteEndObject();
    }

    private static void WriteFixed(Utf8JsonWriter writer, BaselineReport baseline)
    {
        writer.WriteString("baselineRun", SarifText.Plain(baseline.RunId));
        writer.WriteStartArray("fixed");
        foreach (var gone in baseline.Fixed)
        {
            writer.WriteStartObject();
            writer.WriteString("fingerprint", SarifText.Plain(gone.Fingerprint));
            writer.WriteString("policy", SarifText.Plain(gone.Policy));
            writer.WriteString("severity", gone.Severity.Name());
            writer.WriteString("image", gone.ImageId is { } id ? SarifText.Plain(id) : null);
            writer.WriteString("subject", SarifText.Plain(Words.Subject(gone)));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
