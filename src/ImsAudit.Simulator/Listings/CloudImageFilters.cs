using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>The parameters that <c>GET /v2/cloudimages</c> has and that are no field of an image (<c>ims-api.md</c>, section 2).</summary>
internal static class CloudImageFilters
{
    private const string Architecture = "architecture";
    private const string Flavor = "flavor_id";
    private const string EnterpriseProject = "enterprise_project_id";

    public static IReadOnlyList<string> Names { get; } = [Architecture, Flavor, EnterpriseProject];

    /// <exception cref="Rejection">400: a value that its parameter does not take. 403: no rights in the enterprise project.</exception>
    public static ImageFilter[] Parse(QueryParameters query, string project, EnterpriseProjects granted) =>
    [
        granted.Filter(query.Last(EnterpriseProject), project),
        .. query.Each(Architecture).Select(OfArchitecture),
        .. query.Each(Flavor).Select(OfFlavor),
    ];

    private static ImageFilter OfArchitecture(string asked) => asked switch
    {
        "arm" => IsArm,
        "x86" => image => !IsArm(image),
        _ => throw Rejection.BadRequest("The architecture is invalid.", "IMG.0212"),
    };

    /// <summary>A flavor is known here by its architecture alone: those for Kunpeng begin with a k, such as kc1.large.2.</summary>
    private static ImageFilter OfFlavor(string flavor) => flavor.Contains('.', StringComparison.Ordinal)
        ? OfArchitecture(flavor.StartsWith('k') ? "arm" : "x86")
        : throw Rejection.BadRequest("The flavor does not exist.", "IMG.0192");

    private static bool IsArm(SimulatedImage image) => ImageField.Text(image.Json.Span, "__support_arm"u8).Equals("true", StringComparison.OrdinalIgnoreCase);
}
