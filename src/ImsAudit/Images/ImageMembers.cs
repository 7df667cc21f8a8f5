namespace ImsAudit.Images;

/// <summary>Whom an image is shared out to, or why nobody can tell.</summary>
public sealed class ImageMembers
{
    private ImageMembers(IReadOnlyList<ImageMember> all, string? unknown)
    {
        All = all;
        Unknown = unknown;
    }

    /// <summary>Each member once; empty where it is not known.</summary>
    public IReadOnlyList<ImageMember> All { get; }

    /// <summary>Why the members could not be read and what to do, as a part of a sentence; null when they were.</summary>
    public string? Unknown { get; }

    public static ImageMembers Of(IReadOnlyList<ImageMember> all) => new(all, unknown: null);

    public static ImageMembers NotKnown(string why) => new([], why);

    /// <summary>True for an image whose members the API has: it says of itself that it is shared.</summary>
    public static bool MayBeOf(ImageHead head) => head.ImageType == "shared" || head.Visibility == "shared";
}
