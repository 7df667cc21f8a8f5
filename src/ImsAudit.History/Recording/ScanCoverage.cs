using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.History.Recording;

/// <summary>Where a scan looked, and what of it was seen to its end: nothing else can be called gone.</summary>
internal sealed class ScanCoverage
{
    private readonly Dictionary<(ImageScope, ImageCategory), string> _filters = [];
    private readonly HashSet<ListingKey> _asked = [];
    private readonly HashSet<ListingKey> _whole = [];

    public ScanCoverage(IReadOnlyList<Listing> listings, Completeness completeness)
    {
        // Incomplete, though no listing says so: not one image was found, or something that no listing knows of is wrong.
        var trusted = completeness != Completeness.Incomplete || listings.Any(listing => !listing.Complete);
        foreach (var same in listings.GroupBy(KeyOf))
        {
            _asked.Add(same.Key);
            _filters[(same.Key.Scope, same.Key.Category)] = same.Key.Filter;
            if (trusted && same.All(listing => listing.Complete)) _whole.Add(same.Key);
        }
    }

    public IReadOnlyCollection<ListingKey> Asked => _asked;

    /// <summary>False of saved responses: nobody knows which listings they are from, and whether those ended.</summary>
    public bool IsAnythingKnown => _asked.Count > 0;

    /// <summary>The listing that an image of this scope and category came in.</summary>
    public ListingKey ListingOf(ImageScope scope, ImageCategory category)
    {
        var key = ListingKey.Of(scope, category, "");
        return _filters.TryGetValue((key.Scope, key.Category), out var filter) ? key with { Filter = filter } : key;
    }

    /// <summary>Every image that the listing would show now was seen: by itself, or by one without its filter.</summary>
    public bool IsWhole(ListingKey listing) => _whole.Contains(listing) || _whole.Contains(listing.Unfiltered);

    public bool IsAsked(ListingKey listing) => _asked.Contains(listing) || _asked.Contains(listing.Unfiltered);

    private static ListingKey KeyOf(Listing listing) => ListingKey.Of(listing.Scope, listing.Category, listing.Filtered ? listing.Query : "");
}
