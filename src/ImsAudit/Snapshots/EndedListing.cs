using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>A listing that was read to its end before a collection was interrupted.</summary>
/// <param name="Typed">Its images that carry <c>__imagetype</c>.</param>
/// <param name="Untyped">Its images that do not.</param>
public sealed record EndedListing(Listing Listing, long Typed, long Untyped);
