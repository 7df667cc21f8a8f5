using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;
using ImsAudit.Simulator.Listings;

namespace ImsAudit.Simulator.Api;

/// <summary><c>GET /v2/images</c> and <c>GET /v2/images/{id}</c>, as one project sees them.</summary>
internal sealed class ImageApi(SimulatedEstate estate, SimulatorMode mode, EnterpriseProjects granted)
{
    /// <exception cref="Rejection">400 or 403, see <see cref="Listing"/>.</exception>
    public SimulatedResponse List(SimulatedRequest request, string project)
    {
        granted.CheckPlainList();
        var query = request.Query;
        var page = new Listing(query, project, mode).Read(estate);
        return SimulatedResponse.Json(200, PageBody.Write(page, new PageLinks(query, mode), image => ApiVersion.Render(request, image)));
    }

    /// <exception cref="Rejection">404: there is no such image, or the project may not see it.</exception>
    public SimulatedResponse Show(SimulatedRequest request, string id, string project)
    {
        var image = estate.Find(id);
        if (image is null || !image.IsVisibleTo(project)) throw new Rejection(404, $"No image found with ID {id}", "IMG.0086");
        return SimulatedResponse.Json(200, ApiVersion.Render(request, image.Json));
    }

    /// <summary><c>GET /v2/images/{id}/members</c>: the owner sees all members, a member only itself.</summary>
    /// <exception cref="Rejection">403: the image is public, and so is shared with nobody. 404: the project may not see it.</exception>
    public SimulatedResponse ListMembers(SimulatedRequest request, string id, string project)
    {
        var image = estate.Find(id);
        if (image is null || !image.IsVisibleTo(project)) throw new Rejection(404, $"No image found with ID {id}", "IMG.0086");
        if (image.Visibility == "public") throw new Rejection(403, "Public images do not have members.");
        return SimulatedResponse.Json(200, new MemberPage(image, project, request.Query).Write());
    }
}
