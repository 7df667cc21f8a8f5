using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>How often a policy came out which way.</summary>
internal sealed class PolicyTally(Policy policy)
{
    private readonly long[] _counts = new long[Enum.GetValues<Outcome>().Length];

    public void Add(Outcome outcome) => _counts[(int)outcome]++;

    public Severity Severity => policy.Severity;

    public long Of(Outcome outcome) => _counts[(int)outcome];

    /// <summary>Adds what another counted of the same policy.</summary>
    public void Add(PolicyTally other)
    {
        for (var i = 0; i < _counts.Length; i++) _counts[i] += other._counts[i];
    }

    public PolicyResult ToResult(string language) => new()
    {
        Id = policy.Id,
        Title = policy.Title.In(language),
        Severity = policy.Severity,
        Description = policy.Description?.In(language),
        Rationale = policy.Rationale?.In(language),
        Remediation = policy.Remediation?.In(language),
        References = policy.References,
        Tags = policy.Tags,
        Controls = policy.Controls,
        Condition = ConditionLines.Of(policy),
        Pass = _counts[(int)Outcome.Pass],
        Fail = _counts[(int)Outcome.Fail],
        Error = _counts[(int)Outcome.Error],
        NotApplicable = _counts[(int)Outcome.NotApplicable],
        Waived = _counts[(int)Outcome.Waived],
    };
}
