using System.Runtime.CompilerServices;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>
/// Where collected images wait until every listing has ended, so that an image that came in several listings of a scope
/// is one image with all its categories. Thread-safe for adding.
/// </summary>
public sealed class ImageSpool(ScannedProjects projects)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(ImageScope Scope, string Id), int> _index = [];
    private readonly List<Image> _images = [];

    /// <summary>Adds an image that a listing returned; one that is there already only gains the category.</summary>
    /// <param name="scope">The listing's scope.</param>
    /// <param name="head">The image's head, its id not empty.</param>
    public void Add(ImageScope scope, ImageCategory category, ImageHead head, ReadOnlyMemory<byte> json)
    {
        if (projects.Owns(scope, head.Owner) == true)
        {
            // Glance's share and public listings return one's own images too; they are ours, and private, whatever listing returned them.
            scope = scope with { Project = head.Owner };
            category = ImageCategory.Private;
        }
        else if (category.BelongsToEndpoint())
        {
            scope = scope.OfEndpoint;
        }
        lock (_lock)
        {
            if (_index.TryGetValue((scope, head.Id!), out var at))
            {
                var known = _images[at];
                _images[at] = new Image(scope, known.Categories.With(category), known.Id, known.Json);
                return;
            }
            _index.Add((scope, head.Id!), _images.Count);
            _images.Add(new Image(scope, CategorySet.Of(category), head.Id!, json));
        }
    }

    /// <summary>Every image once, in the order in which they first came.</summary>
    public async IAsyncEnumerable<Image> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var image in _images)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return image;
        }
    }
}
