using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>The category of an image that no listing vouches for, told from the image itself (API page, table 2).</summary>
public static class SavedCategory
{
    /// <param name="project">The project that <c>--project</c> named; null when none.</param>
    public static ImageCategory Of(ImageHead head, string? project)
    {
        if (!string.IsNullOrEmpty(project) && head.Owner == project) return ImageCategory.Private;
        return head.ImageType switch
        {
            "gold" => ImageCategory.Public,
            "private" => ImageCategory.Private,
            "shared" => ImageCategory.SharedAccepted,
            "market" => ImageCategory.Market,
            _ => OfVisibility(head.Visibility),
        };
    }

    /// <summary>That of an image that is known to be another owner's: never private.</summary>
    public static ImageCategory OfForeign(ImageHead head) =>
        Of(head, project: null) is var told and not ImageCategory.Private ? told : ImageCategory.SharedAccepted;

    /// <summary>False for an <c>__imagetype</c> that the API page does not know.</summary>
    public static bool Knows(ImageHead head) => head.ImageType is null or "" or "gold" or "private" or "shared" or "market";

    private static ImageCategory OfVisibility(string? visibility) => visibility switch
    {
        "public" => ImageCategory.Public,
        "shared" => ImageCategory.SharedAccepted,
        _ => ImageCategory.Private,
    };
}
