using ImsAudit.Images;

namespace ImsAudit.Collection.Api;

/// <summary>One image of a page.</summary>
/// <param name="Json">Its object as it was received, on one line.</param>
internal readonly record struct ReceivedImage(ImageHead Head, ReadOnlyMemory<byte> Json)
{
    public string Id => Head.Id!;
}

/// <summary>One page of a listing.</summary>
/// <param name="NextMarker">Null when the page has no <c>next</c>.</param>
internal sealed record ImagePage(IReadOnlyList<ReceivedImage> Images, string? NextMarker)
{
    /// <summary>The list names no next pages, so that only a page without images ends it.</summary>
    public bool EndsWhenEmpty { get; init; }
}
