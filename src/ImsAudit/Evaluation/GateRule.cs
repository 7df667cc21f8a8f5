using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>When the gate closes.</summary>
/// <param name="FailOn">The least severity that counts; null for <c>none</c>.</param>
/// <param name="ErrorsCount">An error counts at its policy's severity.</param>
public sealed record GateRule(Severity? FailOn, bool ErrorsCount)
{
    /// <summary>Of the findings at or above <see cref="FailOn"/>, only those count that the history does not know.</summary>
    public bool NewOnly { get; init; }

    /// <summary>How long a finding of a severity may be open; a severity that is not here may be open for ever.</summary>
    public IReadOnlyDictionary<Severity, AgeLimit> MaxAge { get; init; } = new Dictionary<Severity, AgeLimit>();

    public string FailOnName => FailOn?.Name() ?? "none";

    public bool NeedsHistory => NewOnly || MaxAge.Count > 0;

    /// <summary>Whether a finding closes the gate by its severity.</summary>
    public bool ClosesBySeverity(Finding finding) => !finding.Baselined && ClosesBySeverity(finding.Severity, finding.Outcome)
        && (!NewOnly || finding.New || finding.FirstSeen is null);

    /// <summary>Whether a finding closes the gate by its severity that is not in the baseline, and of which no history is asked.</summary>
    public bool ClosesBySeverity(Severity severity, Outcome outcome) => FailOn is { } least && severity >= least && Counts(outcome);

    /// <summary>Whether a finding closes the gate because it has been open for too long.</summary>
    public bool ClosesByAge(Finding finding, DateTimeOffset asOf) => MaxAge.TryGetValue(finding.Severity, out var limit) && !finding.Baselined && Counts(finding.Outcome)
        && finding.FirstSeen is { } first && asOf - first > limit.Longest;

    private bool Counts(Outcome outcome) => outcome == Outcome.Fail || (outcome == Outcome.Error && ErrorsCount);
}

/// <param name="Text">As it was written: <c>7d</c>.</param>
public sealed record AgeLimit(TimeSpan Longest, string Text);
