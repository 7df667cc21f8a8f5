using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Reading;

/// <summary>A finding from when it was first seen until it was fixed.</summary>
public sealed record FindingInterval
{
    internal long Number { get; init; }

    /// <summary>The same for each interval of the same policy, scope and image (or group key).</summary>
    public required string Fingerprint { get; init; }

    public required string Policy { get; init; }

    public required string PolicyTitle { get; init; }

    /// <summary>As it was last seen; so is the outcome.</summary>
    public required Severity Severity { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Null for a group.</summary>
    public required PastImage? Image { get; init; }

    /// <summary>A group's key as JSON; null for an image.</summary>
    public required string? Group { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>The scan that no longer found it; null while it is open.</summary>
    public required DateTimeOffset? FixedAt { get; init; }

    /// <summary>It had been fixed before, and came back.</summary>
    public required bool Reopened { get; init; }

    /// <summary>Since when it is waived; null when it is not.</summary>
    public required DateTimeOffset? WaivedAt { get; init; }

    public required PastWaiver? Waiver { get; init; }

    /// <summary>For how long it was, or has been, open at a moment.</summary>
    public TimeSpan AgeAt(DateTimeOffset moment) => (FixedAt is { } end && end < moment ? end : moment) - FirstSeen;
}

/// <summary>An outcome that a finding took on while it was open.</summary>
public sealed record OutcomeChange(DateTimeOffset At, Outcome Outcome);

/// <summary>A waiver that scans were given.</summary>
/// <param name="State">How it stood when it was last seen: <c>used</c>, <c>unused</c> or <c>expired</c>.</param>
public sealed record PastWaiver(WaiverNote Note, string State, DateTimeOffset FirstSeen, DateTimeOffset LastSeen);
