namespace ImsAudit.Weekly;

/// <summary>How a selection was seen in the period.</summary>
public enum WeeklyState
{
    /// <summary>The last scan of it saw everything.</summary>
    Complete = 0,

    /// <summary>Saved responses: nobody knows whether they are all.</summary>
    NotKnown = 1,

    /// <summary>The last scan of it did not see everything.</summary>
    Incomplete = 2,

    /// <summary>There was no scan of it.</summary>
    NotScanned = 3,

    /// <summary>There was no scan of it alone, but a complete one of more.</summary>
    Covered = 4,

    /// <summary>The last scan of it was stored after one of a later moment: what it found is not in the history.</summary>
    Late = 5,
}

/// <summary>What scans asked for: all scans of the same listings are one selection.</summary>
public sealed record WeeklySelection
{
    /// <summary>In a few words.</summary>
    public required string Name { get; init; }

    public required WeeklyState State { get; init; }

    /// <summary>Scans of it in the period.</summary>
    public required int Scans { get; init; }

    /// <summary>Those of them that did not see everything.</summary>
    public required int IncompleteScans { get; init; }

    /// <summary>Those of them that were stored after one of a later moment: what only they saw is told nowhere.</summary>
    public required int LateScans { get; init; }

    /// <summary>Policies that the last scan before the period judged by, and the last one in it did not.</summary>
    public required IReadOnlyList<string> NotJudged { get; init; }

    /// <summary>The run id of the last scan, in the period or before it.</summary>
    public required string LastRun { get; init; }

    /// <summary>The moment of that scan, UTC.</summary>
    public required DateTimeOffset LastAsOf { get; init; }

    public required long Images { get; init; }

    /// <summary>0 to 1; null when nothing was evaluated.</summary>
    public required double? Compliance { get; init; }

    /// <summary>What the last scan said of itself, and why its listings failed.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>The names of the states.</summary>
public static class WeeklyStates
{
    public static string Name(this WeeklyState state) => state switch
    {
        WeeklyState.Complete => "complete",
        WeeklyState.NotKnown => "notKnown",
        WeeklyState.Incomplete => "incomplete",
        WeeklyState.NotScanned => "notScanned",
        WeeklyState.Covered => "covered",
        WeeklyState.Late => "late",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
