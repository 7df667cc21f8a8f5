using ImsAudit.Cli.Outputs;
using ImsAudit.History.Reading;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Cli.Histories;

/// <summary>One scan, or one finding's life, for people.</summary>
internal static class HistoryPage
{
    public static void WriteScan(PlainText text, (PastScan Scan, string Selection) of, IReadOnlyList<FindingInterval> findings)
    {
        var scan = of.Scan;
        text.Line($"run {scan.RunId} as of {HistoryWords.Time(scan.AsOf)}, {of.Selection}");
        text.Line($"{HistoryWords.Complete(scan)}; images: {scan.Images}, policies: {scan.Policies}, compliance: {HistoryWords.Percent(scan.Compliance)}, exit code {scan.ExitCode} (--fail-on {scan.FailOn}{(scan is { FailOn: "none", ExitCode: 1 } ? ", by --fail-on-new or --max-age" : "")})");
        text.Line($"{string.Join(", ", Severities.WorstFirst.Select(severity => $"{severity.Name()}: {scan.Findings[severity]}"))}, errors: {scan.Errors}, waived: {scan.Waived}");
        text.Line($"opened: {scan.Opened} (reopened: {scan.Reopened}), fixed: {scan.Fixed}");
        if (scan.Late) text.Line("late: a later scan of the same was stored before, and this one changed no finding that it looked at");
        foreach (var note in scan.Notes) text.Line(note);
        text.Line();
        text.Line(findings.Count == 0 ? "No finding was open." : $"Open at that moment: {findings.Count}{(findings.Count(finding => finding.Outcome == Results.Outcome.Waived) is > 0 and var waived ? $", {waived} of them waived" : "")}");
        foreach (var finding in findings) text.Line($"  {finding.Severity.Name(),-8}  {finding.Policy}  {HistoryWords.Subject(finding)}  {Outcome(finding)}since {HistoryWords.Time(finding.FirstSeen)} ({HistoryWords.Days(finding.AgeAt(scan.AsOf))})  {finding.Fingerprint}");
    }

    public static void WriteLife(PlainText text, IReadOnlyList<(FindingInterval Finding, IReadOnlyList<OutcomeChange> Outcomes)> life, DateTimeOffset now)
    {
        var last = life[^1].Finding;
        text.Line($"{last.Policy} ({last.Severity.Name()}): {last.PolicyTitle}");
        text.Line($"{HistoryWords.Subject(last)}{(last.Image is { } image ? $"  {image.Categories}  {image.Scope}" : "")}");
        foreach (var (finding, outcomes) in life)
        {
            text.Line();
            foreach (var (at, change) in outcomes.Index())
                text.Line($"{HistoryWords.Time(change.At)}  {(at > 0 ? "became " : finding.Reopened ? "came back as " : "first seen as ")}{change.Outcome.Name()}");
            if (finding.Waiver is { } waiver) text.Line($"{HistoryWords.Time(finding.WaivedAt ?? waiver.FirstSeen)}  waived by {waiver.Note.Owner} until {waiver.Note.Expires:yyyy-MM-dd}: {waiver.Note.Reason}");
            text.Line($"{HistoryWords.Time(finding.LastSeen)}  last seen");
            text.Line(finding.FixedAt is { } gone ? $"{HistoryWords.Time(gone)}  fixed, after {HistoryWords.Days(finding.AgeAt(now))}" : $"still open, for {HistoryWords.Days(finding.AgeAt(now))}");
        }
    }

    private static string Outcome(FindingInterval finding) => finding.Outcome == Results.Outcome.Fail ? "" : $"[{finding.Outcome.Name()}] ";
}
