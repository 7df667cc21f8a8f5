using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Listings;

/// <summary>
/// The enterprise projects that the user has rights in. Such rights open <c>GET /v2/cloudimages</c>, when it is asked for
/// them, and never <c>GET /v2/images</c> (<c>ims-api.md</c>, 1.2, PERMISSIONS).
/// </summary>
/// <param name="granted">Null: rights in the whole project.</param>
internal sealed class EnterpriseProjects(IReadOnlyList<string>? granted)
{
    private const string All = "all_granted_eps";
    private const string Default = "0";

    /// <exception cref="Rejection">403: the rights are those of enterprise projects.</exception>
    public void CheckPlainList()
    {
        if (granted is not null) throw Refused();
    }

    /// <param name="asked">The value of <c>enterprise_project_id</c>; null when it did not come.</param>
    /// <param name="project">Whose images belong to our enterprise projects.</param>
    /// <exception cref="Rejection">400: no such value. 403: no rights there, or nothing says where.</exception>
    public ImageFilter Filter(string? asked, string project)
    {
        if (asked is null) return granted is null ? _ => true : throw Refused();
        if (asked == All) return granted is null ? _ => true : image => image.Owner != project || granted.Contains(Of(image));
        if (asked != Default && !Guid.TryParse(asked, out _)) throw Rejection.BadRequest("The enterprise project id is invalid.", "IMG.0154");
        return granted?.Contains(asked) == false ? throw Refused() : image => Of(image) == asked;
    }

    /// <summary>An image that names none belongs to the default one.</summary>
    private static string Of(SimulatedImage image) => ImageField.Text(image.Json.Span, "enterprise_project_id"u8) is { Length: > 0 } id ? id : Default;

    private static Rejection Refused() => new(403, "Policy doesn't allow ims:images:list to be performed.");
}
