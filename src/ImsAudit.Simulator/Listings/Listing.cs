using ImsAudit.Simulator.Api;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Listings;

/// <summary>What was asked of <c>GET /v2/images</c> or a list like it, checked.</summary>
internal sealed record Listing
{
    private readonly SimulatorMode _mode;
    private readonly VisibilityRule _rule;
    private readonly ImageFilter[] _filters;
    private readonly SortOrder _order;
    private readonly int _limit;
    private readonly string? _marker;

    /// <exception cref="Rejection">400: a parameter is wrong.</exception>
    public Listing(QueryParameters query, string project, SimulatorMode mode, int defaultLimit = Limit.Default)
    {
        _mode = mode;
        _rule = VisibilityRule.Parse(query, project, mode);
        _filters = ListingFilters.Parse(query, mode);
        _order = SortOrder.Parse(query, mode);
        _limit = Limit.Parse(query.Last("limit"), defaultLimit);
        _marker = query.Last("marker");
    }

    /// <summary>Filters of another list.</summary>
    public ImageFilter[] Also { get; init; } = [];

    /// <exception cref="Rejection">400: the marker is gone. 403: it may no longer be seen.</exception>
    public Page Read(SimulatedEstate estate)
    {
        if (_marker is not null) CheckMarker(estate, _marker);
        var sorted = estate.Sorted(_order);
        var start = sorted.PositionBehind(_marker) ?? throw Gone(_marker);
        // IMS tells by looking one image ahead whether there is a next page; Glance only sees whether this one is full.
        var wanted = _mode == SimulatorMode.Ims ? _limit + 1 : _limit;
        var found = Take(sorted.Images, start, wanted);
        var images = found.Count > _limit ? found[.._limit] : found;
        return new Page(images, images.Count > 0 && found.Count == wanted ? images[^1].Id : null);
    }

    private void CheckMarker(SimulatedEstate estate, string marker)
    {
        var image = estate.Find(marker) ?? throw Gone(marker);
        if (!image.IsVisibleTo(_rule.Project)) throw new Rejection(403, "You are not authorized to complete this action.");
    }

    private List<SimulatedImage> Take(IReadOnlyList<SimulatedImage> sorted, int start, int wanted)
    {
        var found = new List<SimulatedImage>();
        for (var i = start; i < sorted.Count && found.Count < wanted; i++)
            if (_rule.Shows(sorted[i]) && Array.TrueForAll(_filters, filter => filter(sorted[i])) && Array.TrueForAll(Also, filter => filter(sorted[i])))
                found.Add(sorted[i]);
        return found;
    }

    private static Rejection Gone(string? marker) => Rejection.BadRequest($"No image found with ID {marker}", "IMG.0066");
}
