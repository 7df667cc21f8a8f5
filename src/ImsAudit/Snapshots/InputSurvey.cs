using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>What is known of one input after it was read once from end to end.</summary>
internal sealed record InputSurvey
{
    public required Completeness Completeness { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public IReadOnlyList<Listing> Listings { get; init; } = [];

    /// <summary>The scopes whose projects were scanned; the input's own categories take them into account already.</summary>
    public IReadOnlyList<ImageScope> Scanned { get; init; } = [];

    /// <summary>The links of the input's responses in their order.</summary>
    public IReadOnlyList<SavedPage> Pages { get; init; } = [];

    /// <summary>The snapshot's hash; null for anything else.</summary>
    public string? SnapshotSha256 { get; init; }

    /// <summary>True when an image stands in it more than once.</summary>
    public bool Repeats { get; init; }
}
