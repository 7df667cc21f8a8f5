using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;
using ImsAudit.Simulator.Identity;
using ImsAudit.Simulator.Listings;

namespace ImsAudit.Simulator.Api;

/// <summary>Finds who answers a request, and turns a rejection into its error body.</summary>
internal sealed class Router(SimulatedEstate estate, SimulatorOptions options, IdentityApi identity)
{
    private const string Images = "/v2/images";
    private const string CloudImages = "/v2/cloudimages";
    private readonly ImageApi _images = new(estate, options.Mode, new EnterpriseProjects(options.EnterpriseProjects));
    private readonly CloudImageApi _cloudImages = new(estate, new EnterpriseProjects(options.EnterpriseProjects));

    public SimulatedResponse Answer(SimulatedRequest request)
    {
        try
        {
            return Named(Route(request), request);
        }
        catch (Rejection rejection)
        {
            return Named(ErrorBody.Of(rejection, request, options.Mode), request);
        }
    }

    private SimulatedResponse Route(SimulatedRequest request)
    {
        var path = WithoutRegion(request.Path);
        if (path == "/v3/auth/tokens") return identity.GiveToken(Only("POST", request));
        if (path is "/v3/auth/projects" or "/v3/projects") return identity.ListProjects(Only("GET", request));
        if (path == "/v2/schemas/images") return Schema(Only("GET", request), SchemaBody.Images());
        if (path == "/v2/schemas/image") return Schema(Only("GET", request), SchemaBody.Image());
        if (path == CloudImages && options.Mode == SimulatorMode.Ims) return _cloudImages.List(Only("GET", request), identity.ProjectOf(request));
        if (path == Images) return _images.List(Only("GET", request), identity.ProjectOf(request));
        if (path.StartsWith($"{Images}/", StringComparison.Ordinal) && path.IndexOf('/', Images.Length + 1) < 0)
            return _images.Show(Only("GET", request), path[(Images.Length + 1)..], identity.ProjectOf(request));
        if (path.StartsWith($"{Images}/", StringComparison.Ordinal) && path.EndsWith("/members", StringComparison.Ordinal) && path.Count(c => c == '/') == 4)
            return _images.ListMembers(Only("GET", request), path[(Images.Length + 1)..^"/members".Length], identity.ProjectOf(request));
        throw new Rejection(404, "The API does not exist or has not been published in the environment");
    }

    /// <summary>The other regions have a path each, which the endpoint's own links know nothing of.</summary>
    private string WithoutRegion(string path)
    {
        var region = options.MoreRegions.FirstOrDefault(name => path.StartsWith($"/{name}/", StringComparison.Ordinal));
        return region is null ? path : path[(region.Length + 1)..];
    }

    private SimulatedResponse Schema(SimulatedRequest request, ReadOnlyMemory<byte> schema)
    {
        _ = identity.ProjectOf(request);
        return SimulatedResponse.Json(200, schema);
    }

    private static SimulatedRequest Only(string method, SimulatedRequest request) =>
        request.Method == method ? request : throw new Rejection(405, $"Use {method} here.", "IMG.0017");

    /// <summary>Every answer names its request, in the header of the cloud that is simulated, and tells the time that signatures are held against.</summary>
    private SimulatedResponse Named(SimulatedResponse response, SimulatedRequest request) => (options.Mode == SimulatorMode.Ims
        ? response.WithHeader("X-Request-Id", RequestId.Of(request.Number))
        : response.WithHeader("x-openstack-request-id", $"req-{RequestId.Of(request.Number)}"))
        .WithHeader("Date", options.TimeProvider.GetUtcNow().ToString("R"));
}
