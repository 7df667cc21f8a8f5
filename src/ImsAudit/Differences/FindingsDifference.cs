using ImsAudit.Evaluation;
using ImsAudit.Impact;
using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>What became of the findings of one result in another, matched by fingerprint.</summary>
/// <param name="Changes">Every finding of either, sorted as findings are, by the newer of the two.</param>
/// <param name="Policies">Those that differ, ordered by id.</param>
public sealed record FindingsDifference(IReadOnlyList<FindingChange> Changes, IReadOnlyList<PolicyDifference> Policies)
{
    /// <summary>How many findings are passed over, because one before them has their fingerprint.</summary>
    public int Repeated { get; private init; }

    public static FindingsDifference Between(AuditResult old, AuditResult @new)
    {
        var (before, after) = (new JudgedSide(old), new JudgedSide(@new));
        var policies = PolicyDifference.Between(old.Policies, @new.Policies);
        var changed = policies.Where(policy => policy.Change == PolicyChange.Changed).Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        var changes = before.Findings.Keys.Union(after.Findings.Keys, StringComparer.Ordinal)
            .Select(fingerprint => Compare(before, after, fingerprint))
            .Select(change => change with { PolicyChanged = changed.Contains(change.Latest.Policy) })
            .OrderBy(change => change.Latest, FindingOrder.Instance);
        return new FindingsDifference([.. changes], policies) { Repeated = before.Repeated + after.Repeated };
    }

    public IReadOnlyList<FindingChange> Of(FindingState state) => [.. Changes.Where(change => change.State == state)];

    public int Count(FindingState state) => Changes.Count(change => change.State == state);

    private static FindingChange Compare(JudgedSide before, JudgedSide after, string fingerprint)
    {
        var (old, @new) = (before.Findings.GetValueOrDefault(fingerprint), after.Findings.GetValueOrDefault(fingerprint));
        if (old is null) return Appeared(@new!, before, after);
        return @new is null ? Gone(old, before, after) : FindingChange.Between(old, @new);
    }

    private static FindingChange Appeared(Finding finding, JudgedSide before, JudgedSide after)
    {
        if (!before.IsJudgedBy(finding.Policy)) return new FindingChange(FindingState.PolicyAdded, null, finding);
        if (before.WhyNot(finding, after) is { } why) return new FindingChange(FindingState.NotSeenBefore, null, finding) { Why = why };
        return new FindingChange(finding.Outcome switch
        {
            Outcome.Waived => FindingState.WaivedSince,
            Outcome.Error => FindingState.UndecidedSince,
            _ => FindingState.New,
        }, null, finding);
    }

    private static FindingChange Gone(Finding finding, JudgedSide before, JudgedSide after)
    {
        if (!after.IsJudgedBy(finding.Policy)) return new FindingChange(FindingState.PolicyRemoved, finding, null);
        if (after.WhyNot(finding, before) is { } why) return new FindingChange(FindingState.NotSeenSince, finding, null) { Why = why };
        return new FindingChange(finding.Outcome == Outcome.Error ? FindingState.DecidedSince : FindingState.Fixed, finding, null);
    }
}
