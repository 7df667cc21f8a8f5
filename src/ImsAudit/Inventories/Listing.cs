using ImsAudit.Images;

namespace ImsAudit.Inventories;

/// <summary>What was asked of one listing, what came, and how it ended: the proof of completeness.</summary>
public sealed record Listing
{
    public required ImageScope Scope { get; init; }

    public required ImageCategory Category { get; init; }

    /// <summary>The query that was sent, without <c>limit</c> and <c>marker</c>.</summary>
    public required string Query { get; init; }

    public required int Pages { get; init; }

    /// <summary>Distinct images that this listing returned.</summary>
    public required long Images { get; init; }

    public required bool Complete { get; init; }

    /// <summary>Why it is not complete: a sentence with the URL and page, and what to do. Null when complete.</summary>
    public string? Error { get; init; }

    /// <summary>Null where the listing came from a file that does not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>True when <c>--filter</c> narrowed what was asked for: complete as asked, but not the whole category.</summary>
    public bool Filtered { get; init; }

    /// <summary>The id of the image that came first; null when none came, or the file does not say.</summary>
    public string? FirstId { get; init; }

    /// <summary>The id of the image that came last.</summary>
    public string? LastId { get; init; }

    /// <summary>How many times a request was tried again.</summary>
    public int Retries { get; init; }

    public ListingEnd Ended { get; init; }

    /// <summary>
    /// Sentences on what shows that the list changed or went astray while it was read: an id that came twice, a marker that
    /// vanished and how the walk went on, images that were not asked for.
    /// </summary>
    public IReadOnlyList<string> Drift { get; init; } = [];

    /// <summary>What else is to be known, such as that a token's roles could not be looked up.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How long it took; null where a time is not known.</summary>
    public TimeSpan? Duration => FinishedAt - StartedAt;
}
