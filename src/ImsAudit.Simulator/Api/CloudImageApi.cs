using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;
using ImsAudit.Simulator.Listings;

namespace ImsAudit.Simulator.Api;

/// <summary><c>GET /v2/cloudimages</c>, as one project sees it: the same images as <c>/v2/images</c>, with a paging of its own.</summary>
internal sealed class CloudImageApi(SimulatedEstate estate, EnterpriseProjects granted)
{
    private const int DefaultLimit = 500;

    /// <exception cref="Rejection">400 or 403, see <see cref="Listing"/> and <see cref="CloudImageFilters"/>.</exception>
    public SimulatedResponse List(SimulatedRequest request, string project)
    {
        var query = request.Query;
        var listing = new Listing(query.Without(CloudImageFilters.Names), project, SimulatorMode.Ims, DefaultLimit) { Also = CloudImageFilters.Parse(query, project, granted) };
        return SimulatedResponse.Json(200, CloudPageBody.Write(listing.Read(estate), image => ApiVersion.Render(request, image)));
    }
}
