using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>What a format that holds only so many findings takes of them: what is open before what is known or accepted, the worst first.</summary>
internal static class OpenFirst
{
    /// <summary>Neither waived nor in the baseline.</summary>
    public static bool IsOpen(Finding finding) => finding.Outcome != Outcome.Waived && !finding.Baselined;

    /// <summary>All in their order when they are few enough; else that many.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings, int most) =>
        findings.Count <= most ? findings : [.. findings.OrderBy(Rank).ThenByDescending(finding => finding.Severity).Take(most)];

    private static int Rank(Finding finding) => finding.Outcome == Outcome.Waived ? 2 : finding.Baselined ? 1 : 0;
}
