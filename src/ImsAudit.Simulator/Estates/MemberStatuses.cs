namespace ImsAudit.Simulator.Estates;

/// <summary>The names of the member statuses, as the API spells them.</summary>
internal static class MemberStatuses
{
    public static string Name(this MemberStatus status) => status switch
    {
        MemberStatus.Pending => "pending",
        MemberStatus.Accepted => "accepted",
        MemberStatus.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, message: null),
    };

    public static MemberStatus? Parse(string? name) => name switch
    {
        "pending" => MemberStatus.Pending,
        "accepted" => MemberStatus.Accepted,
        "rejected" => MemberStatus.Rejected,
        _ => null,
    };
}
