namespace ImsAudit.Differences;

/// <summary>What became of a finding from the old result to the new one. The order is that of reports: what has not changed comes last.</summary>
public enum FindingState
{
    /// <summary>A violation that was not there, and would have been seen.</summary>
    New = 0,

    /// <summary>Nothing was found, and now nobody can tell.</summary>
    UndecidedSince,

    /// <summary>A waiver covered it, and does no more.</summary>
    Unwaived,

    /// <summary>Open in both, of another severity, or decided in one alone.</summary>
    Changed,

    /// <summary>A violation that is gone, and would have been seen.</summary>
    Fixed,

    /// <summary>It could not be decided, and now nothing is found.</summary>
    DecidedSince,

    /// <summary>A waiver covers what it did not cover, or what was not there.</summary>
    WaivedSince,

    /// <summary>It is not there now, but where it was nobody has looked to the end.</summary>
    NotSeenSince,

    /// <summary>It was not there, but where it is nobody had looked to the end.</summary>
    NotSeenBefore,

    /// <summary>The old result was not judged by its policy.</summary>
    PolicyAdded,

    /// <summary>The new result was not judged by its policy.</summary>
    PolicyRemoved,

    StillOpen,

    StillWaived,
}

public static class FindingStates
{
    public static IReadOnlyList<FindingState> All { get; } = Enum.GetValues<FindingState>();

    /// <summary>As JSON spells it.</summary>
    public static string Name(this FindingState state) => state switch
    {
        FindingState.New => "new",
        FindingState.UndecidedSince => "undecidedSince",
        FindingState.Unwaived => "unwaived",
        FindingState.Changed => "changed",
        FindingState.StillOpen => "stillOpen",
        FindingState.Fixed => "fixed",
        FindingState.DecidedSince => "decidedSince",
        FindingState.WaivedSince => "waivedSince",
        FindingState.StillWaived => "stillWaived",
        FindingState.NotSeenSince => "notSeenSince",
        FindingState.NotSeenBefore => "notSeenBefore",
        FindingState.PolicyAdded => "policyAdded",
        FindingState.PolicyRemoved => "policyRemoved",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
