using ImsAudit.Images;

namespace ImsAudit.Inventories;

/// <summary>
/// Images to be evaluated, and what is known about how they were got. Everything but the images is known before the first
/// image is read; the images can be read more than once (<c>refersTo</c> looks back).
/// </summary>
public interface IInventory
{
    Completeness Completeness { get; }

    IReadOnlyList<Listing> Listings { get; }

    ScannedProjects Projects { get; }

    /// <summary>Sentences that every report begins with: why it is incomplete or not known, which API dialect was spoken.</summary>
    IReadOnlyList<string> Notes { get; }

    /// <summary>The SHA-256 over the image lines of the one snapshot that this is; null for anything else.</summary>
    string? SnapshotSha256 { get; }

    /// <summary>Every image once, in an order that is the same at each call.</summary>
    IAsyncEnumerable<Image> ReadAsync(CancellationToken cancellationToken);
}
