using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>An image as it stands in an input, before inputs are merged.</summary>
/// <param name="Owner">The image's owner; null when it names none.</param>
/// <param name="Json">Valid until the next image is read.</param>
internal readonly record struct FoundImage(ImageScope Scope, CategorySet Categories, string Id, string? Owner, ReadOnlyMemory<byte> Json)
{
    /// <summary>Whom it is shared out to; null when the input does not say.</summary>
    public ImageMembers? Members { get; init; }

    /// <summary>The image to be kept: its bytes are its own.</summary>
    public Image ToImage(CategorySet categories) => new(Scope, categories, Id, Json.ToArray()) { Members = Members };

    /// <summary>
    /// An image owned by a scanned project is private only, whatever listing returned it. Its input has settled that for the
    /// projects that it knew of; the others come from the inputs beside it and from <c>--project</c>.
    /// </summary>
    public FoundImage Settle(ScannedProjects scanned, ScannedProjects settled) =>
        scanned.Owns(Scope, Owner) == true && settled.Owns(Scope, Owner) != true
            ? this with { Scope = Scope with { Project = Owner }, Categories = CategorySet.Of(ImageCategory.Private) }
            : this;
}
