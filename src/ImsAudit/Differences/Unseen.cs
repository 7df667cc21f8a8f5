namespace ImsAudit.Differences;

/// <summary>Why one side says nothing of what the other one has: it is neither new nor gone.</summary>
public enum Unseen
{
    /// <summary>The listing that would have shown it failed.</summary>
    Failed = 0,

    /// <summary>Nobody asked for its scope and category there.</summary>
    NotAsked,

    /// <summary><c>--filter</c> narrowed what was asked for, and otherwise than on the other side.</summary>
    Filtered,

    /// <summary>A group of its policy could not be decided there, and nobody can tell which.</summary>
    Undecided,

    /// <summary>Saved responses prove nothing: it may be there all the same.</summary>
    NotKnown,
}

public static class UnseenNames
{
    /// <summary>As JSON spells it.</summary>
    public static string Name(this Unseen why) => why switch
    {
        Unseen.Failed => "failed",
        Unseen.NotAsked => "notAsked",
        Unseen.Filtered => "filtered",
        Unseen.Undecided => "undecided",
        Unseen.NotKnown => "notKnown",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, message: null),
    };
}
