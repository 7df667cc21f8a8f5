using ImsAudit.Policies;

namespace ImsAudit.Weekly;

/// <summary>How a selection did from period to period, the oldest first.</summary>
/// <param name="LeftOut">Scans that were not complete, and are no measure.</param>
public sealed record WeeklySeries(string Name, IReadOnlyList<WeeklyPoint> Points, int LeftOut);

/// <summary>One period.</summary>
/// <param name="Last">Its last scan that is a measure; null: a gap, which is no zero.</param>
public sealed record WeeklyPoint(DateTimeOffset From, DateTimeOffset To, WeeklyMeasure? Last)
{
    /// <summary>Scans that are a measure.</summary>
    public required int Scans { get; init; }

    /// <summary>Scans beside them that did not see everything.</summary>
    public required int IncompleteScans { get; init; }

    /// <summary>Nobody looked, not even in part.</summary>
    public bool IsWithoutScan => Scans + IncompleteScans == 0;

    /// <summary>It holds the first scan of the selection, which finds everything at once: what it opened is no measure of change.</summary>
    public required bool IsFirst { get; init; }

    public required long Opened { get; init; }

    public required long Fixed { get; init; }
}

/// <summary>What a scan measured.</summary>
/// <param name="Compliance">0 to 1; null when nothing was evaluated.</param>
/// <param name="Findings">Violations that no waiver covered; every severity is there.</param>
/// <param name="Policies">How many it judged by.</param>
public sealed record WeeklyMeasure(DateTimeOffset AsOf, double? Compliance, IReadOnlyDictionary<Severity, long> Findings, int Policies)
{
    public required long Images { get; init; }

    public required long Errors { get; init; }

    public required long Waived { get; init; }

    /// <summary>The same number for the same policies: others make another compliance.</summary>
    public required long PolicySet { get; init; }
}
