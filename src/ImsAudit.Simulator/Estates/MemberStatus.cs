namespace ImsAudit.Simulator.Estates;

/// <summary>What a project has answered to an image that was shared with it.</summary>
public enum MemberStatus
{
    Pending = 0,
    Accepted = 1,
    Rejected = 2,
}
