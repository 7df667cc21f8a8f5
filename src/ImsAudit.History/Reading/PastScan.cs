using ImsAudit.Inventories;
using ImsAudit.Policies;

namespace ImsAudit.History.Reading;

/// <summary>A scan as the history keeps it.</summary>
public sealed record PastScan
{
    public required string RunId { get; init; }

    /// <summary>The moment that it judged at, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required string Tool { get; init; }

    public required long Images { get; init; }

    public required Completeness Completeness { get; init; }

    public required int ExitCode { get; init; }

    public required string FailOn { get; init; }

    public required int Policies { get; init; }

    /// <summary>Fails that no waiver covered, by severity; every severity is there.</summary>
    public required IReadOnlyDictionary<Severity, long> Findings { get; init; }

    public required long Errors { get; init; }

    public required long Waived { get; init; }

    public required long Baselined { get; init; }

    /// <summary>pass / (pass + fail + error + waived), 0 to 1; null when nothing was evaluated.</summary>
    public required double? Compliance { get; init; }

    /// <summary>Findings that were not open before it, those that came back among them.</summary>
    public required long Opened { get; init; }

    public required long Reopened { get; init; }

    public required long Fixed { get; init; }

    /// <summary>Some of what it saw was seen by a later scan before, and was not changed by it.</summary>
    public required bool Late { get; init; }

    /// <summary>The same number for scans that asked for the same listings: only these can be compared.</summary>
    public required long Selection { get; init; }

    public required long PolicySet { get; init; }

    public required string PolicySetSha256 { get; init; }

    public required string? SnapshotSha256 { get; init; }

    /// <summary>The sentences that its reports began with, and why listings failed.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How far it looked ahead, UTC; null when it did not.</summary>
    public required DateTimeOffset? ForecastUntil { get; init; }

    /// <summary>Null where nobody knows.</summary>
    public bool? IsComplete => Completeness == Completeness.NotKnown ? null : Completeness == Completeness.Complete;

    public long Violations => Findings.Values.Sum();
}
