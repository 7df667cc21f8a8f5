using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>
/// Which images a project is shown (<c>ims-api.md</c>, 1.1 and 1.2). Without <c>visibility</c>: the public ones, its own, and
/// those shared with it that it has answered with <c>member_status</c>, which is "accepted" unless another is asked for.
/// </summary>
internal sealed record VisibilityRule(string Project, string? Visibility, string MemberStatus, SimulatorMode Mode)
{
    /// <summary>Glance shows either its hidden images or the others (api-ref, "List images": <c>os_hidden</c>).</summary>
    public bool AsksHidden { get; private init; }

    private static readonly string[] s_visibilities = ["community", "public", "private", "shared", "all"];
    private static readonly string[] s_memberStatuses = ["pending", "accepted", "rejected", "all"];

    /// <exception cref="Rejection">400: no such visibility or member status.</exception>
    public static VisibilityRule Parse(QueryParameters query, string project, SimulatorMode mode)
    {
        var visibility = query.Last("visibility");
        if (visibility is not null && !s_visibilities.Contains(visibility))
            throw Rejection.BadRequest($"Invalid visibility value: {visibility}");
        var status = query.Last("member_status") ?? "accepted";
        if (!s_memberStatuses.Contains(status)) throw Rejection.BadRequest($"Invalid status: {status}");
        return new VisibilityRule(project, visibility, status, mode) { AsksHidden = mode == SimulatorMode.Glance && Hidden(query.Last("os_hidden")) };
    }

    private static bool Hidden(string? value) => (value ?? "false").ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        _ => throw Rejection.BadRequest($"Invalid value '{value}' for 'os_hidden' filter. Valid values are 'true' or 'false'."),
    };

    public bool Shows(SimulatedImage image)
    {
        if (IsHidden(image)) return false;
        if (Visibility is not null and not "all" && image.Visibility != Visibility) return false;
        var own = image.Owner == Project;
        return image.Visibility switch
        {
            "public" => true,
            "community" => own || Visibility is not null,
            // Glance lists one's own shared-out images among the shared ones, whatever member_status was asked for; IMS does not.
            _ when own => Mode == SimulatorMode.Glance || Visibility != "shared",
            _ => IsAnswered(image),
        };
    }

    private bool IsAnswered(SimulatedImage image) =>
        image.Members.TryGetValue(Project, out var status) && (MemberStatus == "all" || status.Name() == MemberStatus);

    /// <summary>Neither lists what is deleted; Glance hides failed uploads too, and IMS what is not registered.</summary>
    private bool IsHidden(SimulatedImage image) =>
        image.Status == "deleted" || (Mode == SimulatorMode.Glance ? image.Status == "killed" || image.IsHidden != AsksHidden : !image.IsRegistered);
}
