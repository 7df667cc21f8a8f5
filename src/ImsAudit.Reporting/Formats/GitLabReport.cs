using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// <c>gitlab</c>: a code quality report. What was not seen comes first, as blockers. Waived findings are told as information;
/// those of a baseline keep their severity, since GitLab compares with the target branch itself.
/// </summary>
internal static class GitLabReport
{
    private const int FlushAt = 1 << 16;
    private static readonly PolicyPlace Settings = new("imsaudit.json", 1);

    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        var fingerprints = new HashSet<string>(StringComparer.Ordinal);
        using (var writer = new Utf8JsonWriter(output, SafeJson.Indented))
        {
            writer.WriteStartArray();
            foreach (var issue in Issues(result))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(writer, issue with { Fingerprint = Unique(issue.Fingerprint, fingerprints) });
                if (writer.BytesPending >= FlushAt) writer.Flush();
            }
            writer.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }

    private sealed record Issue(string Check, string Severity, string Description, string Fingerprint, PolicyPlace Place);

    private static IEnumerable<Issue> Issues(AuditResult result)
    {
        var gaps = Gap.Of(result);
        foreach (var gap in gaps)
            yield return new Issue("imsaudit-incomplete", "blocker", $"INCOMPLETE: {gap.Subject}: {FindingSentence.Ended(gap.Error)}", Hash($"incomplete {gap.Subject} {gap.Listing?.Query}"), Settings);
        if (gaps.Count == 0 && result.Run.Completeness == Completeness.NotKnown)
            yield return new Issue("imsaudit-completeness-not-known", "info", Verdict.Of(result).Completeness, Hash("not known"), Settings);
        if (Verdict.Of(result).Forecast is { } forecast) yield return new Issue("imsaudit-forecast", "info", forecast, Hash("forecast"), Settings);
        var policies = result.Policies.DistinctBy(policy => policy.Id, StringComparer.Ordinal).ToDictionary(policy => policy.Id, policy => (policy.Title, Place: PolicyPlace.Of(policy)), StringComparer.Ordinal);
        foreach (var finding in result.Findings)
        {
            var (title, place) = policies.TryGetValue(finding.Policy, out var policy) ? policy : (finding.Policy, PolicyPlace.OfUnlisted(finding.Policy));
            var waived = finding.Outcome == Outcome.Waived;
            var description = $"{FindingSentence.Ended(title)} {FindingSentence.Of(finding)}{FindingSentence.Age(finding)}";
            yield return new Issue(finding.Policy, waived ? "info" : SeverityOf(finding.Severity), waived ? $"{FindingSentence.Waiver(finding)} {description}" : description, finding.Fingerprint, place);
        }
        foreach (var row in ClosingRow.Of(result).Where(row => row.Waiver is not null))
            yield return new Issue($"imsaudit-{row.Outcome}", "info", row.Sentence, Hash($"{row.Outcome} {row.Policy} {row.Waiver!.Image}"), Settings);
    }

    private static void Write(Utf8JsonWriter writer, Issue issue)
    {
        writer.WriteStartObject();
        writer.WriteString("description", VisibleText.Of(issue.Description));
        writer.WriteString("check_name", VisibleText.Of(issue.Check));
        writer.WriteString("fingerprint", VisibleText.Of(issue.Fingerprint));
        writer.WriteString("severity", issue.Severity);
        writer.WriteStartObject("location");
        writer.WriteString("path", VisibleText.Of(issue.Place.Path));
        writer.WriteStartObject("lines");
        writer.WriteNumber("begin", issue.Place.Line);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Critical => "blocker",
        Severity.High => "critical",
        Severity.Medium => "major",
        Severity.Low => "minor",
        _ => "info",
    };

    // GitLab shows one of several issues of the same fingerprint.
    private static string Unique(string fingerprint, HashSet<string> known)
    {
        var unique = fingerprint;
        for (var at = 2; !known.Add(unique); at++) unique = Hash($"{fingerprint} {at}");
        return unique;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
