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
    public bool ClosesBySeverity(Finding finding) => FailOn is { } least && finding.Severity >= least && Counts(finding)
        && (!NewOnly || finding.New || finding.FirstSeen is null);

    /// <summary>Whether a finding closes the gate because it has been open for too long.</summary>
    public bool ClosesByAge(Finding finding, DateTimeOffset asOf) => MaxAge.TryGetValue(finding.Severity, out var limit) && Counts(finding)
        && finding.FirstSeen is { } first && asOf - first > limit.Longest;

    private bool Counts(Finding finding) => !finding.Baselined
        && (finding.Outcome == Outcome.Fail || (finding.Outcome == Outcome.Error && ErrorsCount));
}

/// <param name="Text">As it was written: <c>7d</c>.</param>
public sealed record AgeLimit(TimeSpan Longest, string Text);
