using ImsAudit.Images;
using ImsAudit.Snapshots;

namespace ImsAudit.Collection.Walking;

/// <summary>What the images of one listing tell about the server: its dialect, and whether it holds to what was asked.</summary>
internal sealed class ListingTally(ListingAsk ask)
{
    /// <summary>Images that carry <c>__imagetype</c>.</summary>
    public long Typed { get; private set; }

    /// <summary>Images that do not.</summary>
    public long Untyped { get; private set; }

    /// <summary>Images of another owner than was asked for.</summary>
    public long Foreign { get; private set; }

    public string? FirstForeign { get; private set; }

    /// <summary>Counts an image, and tells what it came as.</summary>
    public ImageCategory Take(ImageHead head)
    {
        if (string.IsNullOrEmpty(head.ImageType)) Untyped++;
        else Typed++;
        if (IsForeign(head)) return TakeForeign(head);
        // Asked the plain way, an IMS lists its market among the public images.
        return ask is { Category: ImageCategory.Public, Dialect: ApiDialect.Glance } && head.ImageType == "market" ? ImageCategory.Market : ask.Category;
    }

    /// <summary>Only the private listing asks for an owner. An image that names none contradicts nothing.</summary>
    private bool IsForeign(ImageHead head) => ask.Category == ImageCategory.Private
        && !string.IsNullOrEmpty(head.Owner) && !string.IsNullOrEmpty(ask.Scope.Project) && head.Owner != ask.Scope.Project;

    private ImageCategory TakeForeign(ImageHead head)
    {
        Foreign++;
        FirstForeign ??= head.Id;
        return SavedCategory.OfForeign(head);
    }
}
