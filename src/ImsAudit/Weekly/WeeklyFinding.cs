using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>A finding that is open at the end of the period, or was fixed in it.</summary>
public sealed record WeeklyFinding
{
    public required string Fingerprint { get; init; }

    public required WeeklyPolicy Policy { get; init; }

    /// <summary>At the end of the period, or when it was fixed.</summary>
    public required Outcome Outcome { get; init; }

    public required WeeklySubject Subject { get; init; }

    /// <summary>Since when it is, or was, open, UTC.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The scan that no longer found it; null while it is open.</summary>
    public required DateTimeOffset? FixedAt { get; init; }

    /// <summary>It had been fixed before the period or in it, and came back in it; or a waiver that covered it ended in the period.</summary>
    public required bool IsBack { get; init; }

    /// <summary>It was first seen in the period, and never before.</summary>
    public required bool IsNew { get; init; }

    /// <summary>For how long it has been, or was, open.</summary>
    public required TimeSpan Age { get; init; }

    public AppliedWaiver? Waiver { get; init; }

    /// <summary>It is gone, and no waiver covered it.</summary>
    public bool IsFixed => FixedAt is not null && Outcome != Outcome.Waived;

    /// <summary>It is there, and no waiver covers it.</summary>
    public bool IsOpen => FixedAt is null && Outcome != Outcome.Waived;
}

/// <summary>A policy as the history last knew it.</summary>
public sealed record WeeklyPolicy(string Id, string Title, Severity Severity);
