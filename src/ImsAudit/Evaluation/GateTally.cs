using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Counts by how many findings each rule of the gate is broken.</summary>
/// <param name="asOf">The moment that ages are told at.</param>
internal sealed class GateTally(GateRule rule, DateTimeOffset asOf)
{
    private int _violations;
    private int _errors;
    private int _oldViolations;
    private int _oldErrors;

    /// <summary>True once a finding closes the gate.</summary>
    public bool Closes => _violations + _errors + _oldViolations + _oldErrors > 0;

    /// <summary>What the result tells; null when no rule needs a history.</summary>
    public HistoryGate? History => rule.NeedsHistory ? new HistoryGate(rule.NewOnly, rule.MaxAge.ToDictionary(limit => limit.Key, limit => limit.Value.Text), Failures()) : null;

    public void Add(Finding finding)
    {
        if (rule.ClosesBySeverity(finding)) Count(finding, ref _violations, ref _errors);
        if (rule.ClosesByAge(finding, asOf)) Count(finding, ref _oldViolations, ref _oldErrors);
    }

    /// <summary>Adds the findings of a policy that are neither waived nor in a baseline, under a rule that needs no history.</summary>
    public void Add(PolicyTally policy)
    {
        if (rule.ClosesBySeverity(policy.Severity, Outcome.Fail)) _violations += (int)policy.Of(Outcome.Fail);
        if (rule.ClosesBySeverity(policy.Severity, Outcome.Error)) _errors += (int)policy.Of(Outcome.Error);
    }

    private static void Count(Finding finding, ref int violations, ref int errors)
    {
        if (finding.Outcome == Outcome.Error) errors++;
        else violations++;
    }

    private List<GateFailure> Failures()
    {
        var failures = new List<GateFailure>();
        if (_violations + _errors > 0) failures.Add(new GateFailure(rule.NewOnly ? "failOnNew" : "failOn", _violations, _errors));
        if (_oldViolations + _oldErrors > 0) failures.Add(new GateFailure("maxAge", _oldViolations, _oldErrors));
        return failures;
    }
}
