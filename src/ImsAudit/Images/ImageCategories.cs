namespace ImsAudit.Images;

/// <summary>The names of the categories, as policies, options, snapshots and results spell them.</summary>
public static class ImageCategories
{
    /// <summary>All six, in the order of <see cref="ImageCategory"/>.</summary>
    public static IReadOnlyList<ImageCategory> All { get; } =
        [ImageCategory.Private, ImageCategory.SharedPending, ImageCategory.SharedAccepted, ImageCategory.SharedRejected, ImageCategory.Public, ImageCategory.Market];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(Name)];

    public static string Name(this ImageCategory category) => category switch
    {
        ImageCategory.Private => "private",
        ImageCategory.SharedPending => "shared-pending",
        ImageCategory.SharedAccepted => "shared-accepted",
        ImageCategory.SharedRejected => "shared-rejected",
        ImageCategory.Public => "public",
        ImageCategory.Market => "market",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, message: null),
    };

    /// <summary>The status of our membership that a shared category stands for; null for the others.</summary>
    public static string? MemberStatus(this ImageCategory category) => category switch
    {
        ImageCategory.SharedPending => "pending",
        ImageCategory.SharedAccepted => "accepted",
        ImageCategory.SharedRejected => "rejected",
        _ => null,
    };

    /// <summary>Public and market images belong to the endpoint: they are collected once for it, and their scope has no project.</summary>
    public static bool BelongsToEndpoint(this ImageCategory category) => category is ImageCategory.Public or ImageCategory.Market;

    public static bool TryParse(string? name, out ImageCategory category)
    {
        foreach (var candidate in All)
        {
            if (candidate.Name() == name)
            {
                category = candidate;
                return true;
            }
        }
        category = default;
        return false;
    }
}
