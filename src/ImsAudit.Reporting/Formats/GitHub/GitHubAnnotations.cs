using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.GitHub;

/// <summary>
/// <c>github</c>: workflow commands that annotate a run. GitHub shows ten of each kind a step, so the gravest are written
/// (what was not seen before all) and a last one says how the gate stands and how much was left out.
/// </summary>
internal static class GitHubAnnotations
{
    private const int MostOfAKind = 10;
    private static readonly string[] Levels = ["error", "warning", "notice"];

    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Into(output);
        // One notice is kept for the last line.
        var room = new Dictionary<string, int>(StringComparer.Ordinal) { ["error"] = MostOfAKind, ["warning"] = MostOfAKind, ["notice"] = MostOfAKind - 1 };
        var leftOut = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var annotation in Annotations(result))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (room[annotation.Level]-- > 0) text.WriteLine(annotation.Command());
            else leftOut[annotation.Level] = leftOut.GetValueOrDefault(annotation.Level) + 1;
        }
        text.WriteLine(Closing(result, leftOut).Command());
    }

    private static IEnumerable<Annotation> Annotations(AuditResult result)
    {
        foreach (var gap in Gap.Of(result)) yield return new Annotation("error", "Image audit INCOMPLETE", $"{gap.Subject}: {gap.Error}");
        var titles = result.Policies.DistinctBy(policy => policy.Id, StringComparer.Ordinal).ToDictionary(policy => policy.Id, policy => policy.Title, StringComparer.Ordinal);
        foreach (var finding in result.Findings.Where(OpenFirst.IsOpen).OrderByDescending(finding => finding.Severity))
            yield return new Annotation(LevelOf(finding.Severity), $"{finding.Severity.Name()}: {titles.GetValueOrDefault(finding.Policy, finding.Policy)}", $"{FindingSentence.Of(finding)}{FindingSentence.Age(finding)} ({finding.Policy})");
        foreach (var row in ClosingRow.Of(result).Where(row => row.Waiver is not null)) yield return new Annotation("warning", "Waiver without effect", row.Sentence);
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        _ => "notice",
    };

    private static Annotation Closing(AuditResult result, Dictionary<string, int> leftOut)
    {
        List<string> sentences = [.. Verdict.Of(result).Sentences];
        if (leftOut.Count > 0)
        {
            var counts = string.Join(", ", Levels.Where(leftOut.ContainsKey).Select(level => Words.Count(leftOut[level], level)));
            sentences.Add($"Not shown here, since GitHub shows {MostOfAKind} of a kind: {counts}. Another output, such as html or csv, has them all.");
        }
        if (result.Summary.Waived > 0) sentences.Add($"{Words.Count(result.Summary.Waived, "violation")} waived.");
        if (result.Summary.Baselined > 0) sentences.Add($"{Words.Count(result.Summary.Baselined, "violation")} in the baseline.");
        if (result.Baseline is { Fixed.Count: > 0 } baseline) sentences.Add($"{Words.Count(baseline.Fixed.Count, "violation")} fixed since the baseline {baseline.RunId}.");
        return new Annotation("notice", "Image audit", string.Join(' ', sentences));
    }
}
