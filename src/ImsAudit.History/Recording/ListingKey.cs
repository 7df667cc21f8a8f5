using ImsAudit.Images;

namespace ImsAudit.History.Recording;

/// <summary>A listing as a scan asks for it.</summary>
/// <param name="Filter">The query where <c>--filter</c> narrowed it; else empty: the whole category.</param>
internal sealed record ListingKey(ImageScope Scope, ImageCategory Category, string Filter)
{
    /// <summary>Public and market images belong to the endpoint, whichever project asked.</summary>
    public static ListingKey Of(ImageScope scope, ImageCategory category, string filter)
    {
        var owner = category.BelongsToEndpoint() ? scope.OfEndpoint : scope;
        return new ListingKey(new ImageScope(StoredText.Of(owner.Cloud), StoredText.Of(owner.Region), StoredText.Of(owner.Project)), category, filter);
    }

    public ListingKey Unfiltered => this with { Filter = "" };
}
