namespace ImsAudit.Results;

/// <summary>What became of one policy and one image (or group).</summary>
public enum Outcome
{
    Pass = 0,
    Fail = 1,

    /// <summary>Could not be decided: a value was there but could not be read as the policy needs it.</summary>
    Error = 2,

    /// <summary>A fail that a valid waiver covers.</summary>
    Waived = 3,

    NotApplicable = 4,
}
