using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Differences;

/// <summary>
/// Where one side looked, and what of it was seen to its end. What it did not look at is not gone because it is not there,
/// and not new because it was not there.
/// </summary>
internal sealed class Sight
{
    private static readonly IReadOnlyList<ImageCategory> s_shared = [.. ImageCategories.All.Where(category => category.MemberStatus() is not null)];

    private readonly ILookup<(ImageScope, ImageCategory), Listing> _listings;
    private readonly Completeness _completeness;
    private readonly bool _trusted;

    public Sight(Completeness completeness, IReadOnlyList<Listing> listings)
    {
        _completeness = completeness;
        _listings = listings.ToLookup(listing => KeyOf(listing.Scope, listing.Category));
        // Incomplete, though no listing says so: something is wrong that no listing knows of.
        _trusted = completeness != Completeness.Incomplete || listings.Any(listing => !listing.Complete);
    }

    /// <summary>Why an image that the other side has may be here unseen; null when it would have been seen.</summary>
    public Unseen? Of(ImageScope scope, IEnumerable<ImageCategory> categories, Sight other)
    {
        if (!_trusted) return Unseen.Failed;
        foreach (var category in categories.SelectMany(category => MayBeIn(scope, category, other)).Distinct())
            if (WhyNot(KeyOf(scope, category), other) is { } why)
                return why;
        return null;
    }

    /// <summary>Why not all that the other side looked at was seen here; null when it was. Groups are known only by all their images.</summary>
    public Unseen? OfAll(Sight other)
    {
        if (_completeness != Completeness.Complete) return _completeness == Completeness.NotKnown ? Unseen.NotKnown : Unseen.Failed;
        return other._listings.Select(listing => WhyNot(listing.Key, other)).FirstOrDefault(why => why is not null);
    }

    /// <summary>The listings of this side that the other one never asked for, each once.</summary>
    public IReadOnlyList<Listing> NotAskedBy(Sight other) => [.. _listings.Where(listing => !other._listings.Contains(listing.Key)).Select(listing => listing.First())];

    /// <summary>True when there is nothing that both looked at, although both say where they looked.</summary>
    public bool IsApartFrom(Sight other) => _listings.Count > 0 && other._listings.Count > 0 && !_listings.Any(listing => other._listings.Contains(listing.Key));

    /// <summary>A share that is accepted or rejected goes from one listing to another.</summary>
    private IEnumerable<ImageCategory> MayBeIn(ImageScope scope, ImageCategory category, Sight other) => category.MemberStatus() is null
        ? [category]
        : s_shared.Where(shared => shared == category || _listings.Contains(KeyOf(scope, shared)) || other._listings.Contains(KeyOf(scope, shared)));

    private Unseen? WhyNot((ImageScope, ImageCategory) key, Sight other)
    {
        if (!_listings.Contains(key)) return _completeness == Completeness.NotKnown ? Unseen.NotKnown : Unseen.NotAsked;
        if (_listings[key].Any(listing => !listing.Complete)) return Unseen.Failed;
        return _listings[key].Any(listing => !listing.Filtered || other._listings[key].Any(same => same.Query == listing.Query)) ? null : Unseen.Filtered;
    }

    private static (ImageScope, ImageCategory) KeyOf(ImageScope scope, ImageCategory category) => (category.BelongsToEndpoint() ? scope.OfEndpoint : scope, category);
}
