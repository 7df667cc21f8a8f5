using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>What is known of one of the two that are compared, beside what it holds.</summary>
public sealed record Side
{
    public required Completeness Completeness { get; init; }

    public required IReadOnlyList<Listing> Listings { get; init; }

    /// <summary>Sentences that every report of it begins with.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required long Images { get; init; }

    /// <summary>The moment that a result was judged at, or that a collection ended, UTC; null when not known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Null for images.</summary>
    public RunInfo? Run { get; init; }

    /// <summary>What made it; null for images.</summary>
    public ToolInfo? Tool { get; init; }

    public string? SnapshotSha256 { get; init; }

    public bool IsIncomplete => Completeness == Completeness.Incomplete || Listings.Any(listing => !listing.Complete);

    internal Sight Sight => new(Completeness, Listings);

    public static Side Of(AuditResult result) => new()
    {
        Completeness = result.Run.Completeness,
        Listings = result.Run.Listings,
        Notes = result.Run.Notes,
        Images = result.Run.Images,
        At = result.Run.AsOf,
        Run = result.Run,
        Tool = result.Tool,
        SnapshotSha256 = result.Run.SnapshotSha256,
    };

    internal static Side Of(IInventory inventory, long images) => new()
    {
        Completeness = inventory.Completeness,
        Listings = inventory.Listings,
        Notes = inventory.Notes,
        Images = images,
        At = inventory.Listings.Max(listing => listing.FinishedAt),
        SnapshotSha256 = inventory.SnapshotSha256,
    };
}
