using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>A policy and its findings, in their order.</summary>
internal sealed record PolicyGroup(PolicyResult Policy, IReadOnlyList<Finding> Findings)
{
    /// <summary>Findings that are neither waived nor known from the baseline.</summary>
    public int Open { get; } = Findings.Count(finding => finding.Outcome != Outcome.Waived && !finding.Baselined);

    /// <summary>Every policy, those with open findings first, the worst of them first.</summary>
    /// <param name="showWaived">Waived findings are among them; else only the policies' counts tell of them.</param>
    public static IReadOnlyList<PolicyGroup> WorstFirst(AuditResult result, bool showWaived)
    {
        var findings = result.Findings.Where(finding => showWaived || finding.Outcome != Outcome.Waived).GroupBy(finding => finding.Policy, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<Finding>)[.. group], StringComparer.Ordinal);
        var groups = result.Policies.Select(policy => new PolicyGroup(policy, findings.GetValueOrDefault(policy.Id, []))).ToList();
        var known = result.Policies.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        // A result that was cut by hand may lack a policy; its findings are shown all the same.
        groups.AddRange(findings.Where(group => !known.Contains(group.Key)).Select(group => new PolicyGroup(Unlisted(group.Key, group.Value), group.Value)));
        return [.. groups
            .OrderByDescending(group => group.Open > 0)
            .ThenByDescending(group => group.Findings.Count > 0)
            .ThenByDescending(group => group.Policy.Severity)
            .ThenByDescending(group => group.Open)
            .ThenBy(group => group.Policy.Id, StringComparer.Ordinal)];
    }

    private static PolicyResult Unlisted(string id, IReadOnlyList<Finding> findings) => new()
    {
        Id = id,
        Title = id,
        Severity = findings[0].Severity,
        Pass = 0,
        Fail = findings.Count(finding => finding.Outcome == Outcome.Fail),
        Error = findings.Count(finding => finding.Outcome == Outcome.Error),
        Waived = findings.Count(finding => finding.Outcome == Outcome.Waived),
        NotApplicable = 0,
    };
}
