using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Collection;

/// <summary>What was asked and how it ended; the images themselves are in the spool.</summary>
/// <param name="Listings">Every listing that was asked or should have been, in the order of targets and categories.</param>
/// <param name="Notes">Sentences that every report begins with, such as which dialect was spoken.</param>
/// <param name="Projects">The projects that were looked into.</param>
public sealed record CollectionResult(IReadOnlyList<Listing> Listings, IReadOnlyList<string> Notes, ScannedProjects Projects)
{
    public bool Complete => Listings.All(listing => listing.Complete);
}
