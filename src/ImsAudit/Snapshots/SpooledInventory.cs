using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>What was just collected: the spool's images and the listings that they came in. Disposing it disposes the spool.</summary>
/// <param name="listings">Every listing that was asked for, also those that failed.</param>
/// <param name="notes">Sentences that every report begins with.</param>
public sealed class SpooledInventory(ImageSpool spool, IReadOnlyList<Listing> listings, IReadOnlyList<string> notes) : IInventory, IDisposable
{
    /// <summary>Never complete when nothing was asked for.</summary>
    public Completeness Completeness { get; } =
        listings.Count > 0 && listings.All(listing => listing.Complete) ? Completeness.Complete : Completeness.Incomplete;

    public IReadOnlyList<Listing> Listings { get; } = listings;

    public ScannedProjects Projects => spool.Projects;

    public IReadOnlyList<string> Notes { get; } = notes;

    public string? SnapshotSha256 => null;

    public IAsyncEnumerable<Image> ReadAsync(CancellationToken cancellationToken) => spool.ReadAsync(cancellationToken);

    public void Dispose() => spool.Dispose();
}
