using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Counts findings as they come, so that they need not be kept to be counted.</summary>
internal sealed class FindingTally(GateTally gate)
{
    private readonly Dictionary<Severity, int> _fails = Severities.WorstFirst.ToDictionary(severity => severity, _ => 0);

    public int Errors { get; private set; }

    public int Waived { get; private set; }

    public int Baselined { get; private set; }

    /// <summary>Fails that no waiver covers; every severity is there.</summary>
    public IReadOnlyDictionary<Severity, int> Fails => _fails;

    public void Add(Finding finding)
    {
        if (finding.Outcome == Outcome.Fail) _fails[finding.Severity]++;
        if (finding.Outcome == Outcome.Error) Errors++;
        if (finding.Outcome == Outcome.Waived) Waived++;
        if (finding.Baselined) Baselined++;
        gate.Add(finding);
    }

    /// <summary>Adds the counts of a policy whose findings are neither waived nor in a baseline.</summary>
    public void Add(PolicyTally policy)
    {
        _fails[policy.Severity] += (int)policy.Of(Outcome.Fail);
        Errors += (int)policy.Of(Outcome.Error);
        gate.Add(policy);
    }
}
