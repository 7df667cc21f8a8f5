using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Baselines;

/// <summary>
/// Whether a scan looked where an earlier one found something. What it did not look at (another project, a category that
/// was not asked for, images that a filter left out) is not gone because it was not found.
/// </summary>
internal sealed class SeenAgain(IReadOnlyList<Listing> before, IReadOnlyList<Listing> now)
{
    private readonly bool _all = before.All(listing => Covers(now, listing.Scope, listing.Category, listing.Query));

    /// <summary>True when the finding would have been made again, were it still so.</summary>
    public bool Of(Finding finding)
    {
        if (finding.Image is not { } image) return _all;
        var scope = new ImageScope(image.Cloud, image.Region, image.Project);
        return image.Categories.All(name => ImageCategories.TryParse(name, out var category) && Covers(now, scope, category, QueryOf(scope, category)));
    }

    private string? QueryOf(ImageScope scope, ImageCategory category) => before.FirstOrDefault(listing => Is(listing, scope, category))?.Query;

    private static bool Covers(IReadOnlyList<Listing> listings, ImageScope scope, ImageCategory category, string? query) =>
        listings.Any(listing => Is(listing, scope, category) && listing.Complete && (!listing.Filtered || listing.Query == query));

    private static bool Is(Listing listing, ImageScope scope, ImageCategory category) => listing.Category == category
        && (category.BelongsToEndpoint() ? listing.Scope.OfEndpoint == scope.OfEndpoint : listing.Scope == scope);
}
