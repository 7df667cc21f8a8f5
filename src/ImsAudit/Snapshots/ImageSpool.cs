using System.Runtime.CompilerServices;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>
/// Where collected images wait until every listing has ended, so that an image that came in several listings of a scope
/// is one image with all its categories. Thread-safe. In memory there is only a small index and the last few MiB.
/// </summary>
/// <param name="projects">The projects that are scanned: their images are private only.</param>
/// <param name="folder">Where the temporary file goes when there is much; null keeps everything in memory.</param>
/// <param name="inMemory">The most bytes of images that stay in memory.</param>
public sealed class ImageSpool(ScannedProjects projects, string? folder = null, int inMemory = ImageSpool.DefaultInMemory) : IDisposable
{
    /// <summary>8 MiB, about five thousand images.</summary>
    public const int DefaultInMemory = 8 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, int> _index = [];
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<ImageScope, ImageScope> _scopes = [];
    private readonly Dictionary<UInt128, ImageMembers> _members = [];
    private readonly SpoolBytes _bytes = new(folder, inMemory);

    public ScannedProjects Projects { get; } = projects;

    /// <summary>The number of distinct images.</summary>
    public long Count
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    /// <summary>Adds an image that a listing returned; one that is there already only gains the category.</summary>
    /// <param name="scope">The listing's scope.</param>
    /// <param name="head">The image's head, its id not empty.</param>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public void Add(ImageScope scope, ImageCategory category, ImageHead head, ReadOnlyMemory<byte> json)
    {
        ArgumentException.ThrowIfNullOrEmpty(head.Id, nameof(head));
        (scope, category) = Settle(scope, category, head.Owner);
        var key = ImageKey.Of(scope, head.Id);
        lock (_lock)
        {
            if (_index.TryGetValue(key, out var at))
            {
                _entries[at] = _entries[at] with { Categories = _entries[at].Categories.With(category) };
                return;
            }
            var line = OneLineJson.Of(json);
            if (!_scopes.TryGetValue(scope, out var known)) _scopes[scope] = known = scope;
            _index.Add(key, _entries.Count);
            _entries.Add(new Entry(known, CategorySet.Of(category), _bytes.Append(line.Span), line.Length));
        }
    }

    /// <summary>Keeps whom an image is shared out to.</summary>
    /// <param name="image">One that was read from here.</param>
    public void Tell(Image image, ImageMembers members)
    {
        lock (_lock) _members[ImageKey.Of(image.Scope, image.Id)] = members;
    }

    /// <summary>Every image once, in the order in which they first came.</summary>
    public async IAsyncEnumerable<Image> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        for (var at = 0; at < Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Read(at);
        }
    }

    public void Dispose() => _bytes.Dispose();

    private (ImageScope Scope, ImageCategory Category) Settle(ImageScope scope, ImageCategory category, string? owner)
    {
        // Glance's share and public listings return one's own images too; they are ours, and private, whatever listing returned them.
        if (Projects.Owns(scope, owner) == true) return (scope with { Project = owner }, ImageCategory.Private);
        return (category.BelongsToEndpoint() ? scope.OfEndpoint : scope, category);
    }

    private Image Read(int at)
    {
        lock (_lock)
        {
            var entry = _entries[at];
            var json = _bytes.Read(entry.At, entry.Length);
            var id = ImageHead.Read(json).Id!;
            return new Image(entry.Scope, entry.Categories, id, json) { Members = _members.Count == 0 ? null : _members.GetValueOrDefault(ImageKey.Of(entry.Scope, id)) };
        }
    }

    private readonly record struct Entry(ImageScope Scope, CategorySet Categories, long At, int Length);
}
