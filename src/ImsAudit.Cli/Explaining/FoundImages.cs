using ImsAudit.Images;

namespace ImsAudit.Cli.Explaining;

/// <summary>The images that were found, known by where they are and their ids.</summary>
internal sealed class FoundImages
{
    private readonly HashSet<(ImageScope, string)> _images = [];

    public void Add(Image image) => _images.Add((image.Scope, image.Id));

    public bool Contains(Image image) => _images.Contains((image.Scope, image.Id));
}
