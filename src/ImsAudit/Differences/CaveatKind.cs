namespace ImsAudit.Differences;

/// <summary>What must be known before the differences are read.</summary>
public enum CaveatKind
{
    OldIncomplete = 0,
    NewIncomplete,

    /// <summary>Saved responses, of which nobody knows whether they are all.</summary>
    OldNotKnown,
    NewNotKnown,

    /// <summary>There is no listing that both asked for.</summary>
    NothingInCommon,

    /// <summary>Listings that only the old side asked for.</summary>
    OnlyOldAsked,
    OnlyNewAsked,

    /// <summary><c>--filter</c> narrowed what was asked for.</summary>
    Filtered,

    /// <summary>The new side is older than the old one.</summary>
    Swapped,

    /// <summary>The snapshot that was given is not the one that the result was made from.</summary>
    OldSnapshotOther,
    NewSnapshotOther,

    OtherPolicySet,
    OtherMoment,
    OtherTool,
    OtherWaivers,

    /// <summary>Findings with a fingerprint that another one has.</summary>
    Repeated,

    /// <summary>A field that is not known on one side.</summary>
    NotCompared,
}

public static class CaveatKinds
{
    /// <summary>As JSON spells it.</summary>
    public static string Name(this CaveatKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}
