using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>
/// Holds a last line that says "complete" against itself and against the image lines: whoever wrote it, by a mistake or by
/// hand, must not make an estate look whole that is not.
/// </summary>
/// <param name="lines">How many image lines there are of each scope and category.</param>
internal sealed class TrailerCheck(SnapshotTrailer trailer, IReadOnlyDictionary<(ImageScope Scope, ImageCategory Category), long> lines)
{
    /// <summary>The first contradiction, as the end of a sentence; null when there is none, or when it does not say "complete".</summary>
    public string? Contradiction()
    {
        if (trailer.Completeness != Completeness.Complete || trailer.Listings.Any(listing => !listing.Complete)) return null;
        if (trailer.Listings.Count == 0) return "its last line says that it is complete, but names no listing";
        return trailer.Listings.Select(OfListing).FirstOrDefault(problem => problem is not null)
            ?? lines.Select(line => OfLines(line.Key, line.Value)).FirstOrDefault(problem => problem is not null);
    }

    private string? OfListing(Listing listing)
    {
        if (listing.Error is not null) return $"its {Name(listing.Scope, listing.Category)} listing is called complete, and has an error all the same";
        var found = lines.Where(line => MayHaveGiven(listing, line.Key)).Sum(line => line.Value);
        return listing.Images > found
            ? $"its {Name(listing.Scope, listing.Category)} listing counts {listing.Images} images, but only {found} image lines can have come of it"
            : null;
    }

    private string? OfLines((ImageScope Scope, ImageCategory Category) key, long count)
    {
        var listings = trailer.Listings.Where(listing => MayHaveGiven(listing, key)).ToList();
        if (listings.Count == 0) return $"it holds {Name(key.Scope, key.Category)} images, but no listing that they can have come of";
        // A sum of what hostile lines count may be larger than any number.
        var most = listings.Aggregate(0L, (sum, listing) => sum > long.MaxValue - listing.Images ? long.MaxValue : sum + listing.Images);
        return count > most ? $"it holds {count} {Name(key.Scope, key.Category)} images, but its listings count only {most}" : null;
    }

    /// <summary>
    /// An image owned by a scanned project is private whatever listing of its cloud and region returned it; so is one in a
    /// listing that was asked once for several clouds at one address. A listing of public images may hold those of the market.
    /// </summary>
    private static bool MayHaveGiven(Listing listing, (ImageScope Scope, ImageCategory Category) key)
    {
        if (listing.Scope.OfEndpoint != key.Scope.OfEndpoint) return listing.Category.BelongsToEndpoint() && key.Category == ImageCategory.Private;
        if (key.Category == ImageCategory.Private) return true;
        return listing.Scope == key.Scope
            && (listing.Category == key.Category || (listing.Category == ImageCategory.Public && key.Category == ImageCategory.Market));
    }

    private static string Name(ImageScope scope, ImageCategory category) =>
        scope.ToString() is { Length: > 0 } place ? $"{category.Name()} ({SafeText.Of(place)})" : category.Name();
}
