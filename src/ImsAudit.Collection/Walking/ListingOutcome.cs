using ImsAudit.Inventories;

namespace ImsAudit.Collection.Walking;

/// <summary>What came of asking a listing, and what its images tell about the dialect of the server.</summary>
/// <param name="Typed">Images that carry <c>__imagetype</c>.</param>
/// <param name="Untyped">Images that do not.</param>
internal sealed record ListingOutcome(ListingAsk Ask, Listing Listing, long Typed, long Untyped)
{
    public bool IsEmpty => Listing is { Complete: true, Images: 0 };
}
