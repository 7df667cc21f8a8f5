using ImsAudit.Baselines;
using ImsAudit.Results;

namespace ImsAudit.Cli.Proving;

/// <summary>What a history knew when a scan was made, as far as the scan's own result tells it.</summary>
internal static class KnownFromResult
{
    public static KnownFindings Of(AuditResult result) => new(
        result.Findings.Where(finding => finding.FirstSeen is not null).DistinctBy(finding => finding.Fingerprint, StringComparer.Ordinal)
            .ToDictionary(finding => finding.Fingerprint, finding => new KnownFinding(finding.FirstSeen!.Value, OutcomeBefore(finding)), StringComparer.Ordinal),
        result.Run.AsOf);

    // One that is new was not open with this outcome: with another one, or not at all, which come to the same.
    private static Results.Outcome OutcomeBefore(Finding finding) =>
        !finding.New ? finding.Outcome : finding.Outcome == Results.Outcome.Fail ? Results.Outcome.Waived : Results.Outcome.Fail;
}
