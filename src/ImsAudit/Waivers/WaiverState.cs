namespace ImsAudit.Waivers;

/// <summary>How a waiver stands.</summary>
public enum WaiverState
{
    Active = 0,

    /// <summary>Active, and past its last day within <see cref="WaiverStates.Notice"/> days.</summary>
    Expiring = 1,

    /// <summary>Past its last day: it waives nothing.</summary>
    Expired = 2,

    /// <summary>It covers no fail.</summary>
    Unused = 3,
}
