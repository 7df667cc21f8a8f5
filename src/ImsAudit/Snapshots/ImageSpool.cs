using System.Runtime.CompilerServices;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>
/// Where collected images wait until every listing has ended, so that an image that came in several listings of a scope
/// is one image with all its categories. Thread-safe. In memory there is only a small index and the last few MiB.
/// </summary>
public sealed class ImageSpool : IDisposable
{
    /// <summary>8 MiB, about five thousand images.</summary>
    public const int DefaultInMemory = 8 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<UInt128, int> _index = [];
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<ImageScope, ImageScope> _scopes = [];
    private readonly Dictionary<UInt128, ImageMembers> _members = [];
    private readonly List<EndedListing> _ended = [];
    private readonly SpoolBytes _bytes;
    private readonly CollectionJournal? _journal;
    private int _lastNumber;

    /// <param name="projects">The projects that are scanned: their images are private only.</param>
    /// <param name="folder">Where the temporary file goes when there is much; null keeps everything in memory.</param>
    /// <param name="inMemory">The most bytes of images that stay in memory.</param>
    public ImageSpool(ScannedProjects projects, string? folder = null, int inMemory = DefaultInMemory)
    {
        Projects = projects;
        _bytes = new SpoolBytes(folder, inMemory);
    }

    /// <summary>Keeps the images in a file that another run can go on with; it is closed with the spool.</summary>
    /// <param name="lastNumber">The highest number of a listing that is in it already.</param>
    public ImageSpool(ScannedProjects projects, CollectionJournal journal, int lastNumber = 0) : this(projects, folder: null)
    {
        _journal = journal;
        _lastNumber = lastNumber;
    }

    public ScannedProjects Projects { get; }

    /// <summary>Listings that an earlier run, which was interrupted, has read to their end; their images are here.</summary>
    public IReadOnlyList<EndedListing> Ended => _ended;

    /// <summary>The number of distinct images.</summary>
    public long Count
    {
        get
        {
            lock (_lock) return _entries.Count;
        }
    }

    /// <summary>Begins a listing: its images are added as such.</summary>
    public SpoolListing Begin(ImageScope scope, ImageCategory category) => new(Interlocked.Increment(ref _lastNumber), scope, category);

    /// <summary>Notes how a listing ended, so that another run need not ask it again.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void End(SpoolListing begun, Listing listing)
    {
        lock (_lock) _journal?.End(begun.Number, listing);
    }

    /// <summary>Adds an image of a listing that nobody will go on with.</summary>
    /// <inheritdoc cref="Add(SpoolListing, ImageHead, ReadOnlyMemory{byte})"/>
    public void Add(ImageScope scope, ImageCategory category, ImageHead head, ReadOnlyMemory<byte> json) => Add(new SpoolListing(0, scope, category), head, json);

    /// <summary>Adds an image that a listing returned; one that is there already only gains the category.</summary>
    /// <param name="listing">As begun, with the category that the image came as.</param>
    /// <param name="head">The image's head, its id not empty.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(SpoolListing listing, ImageHead head, ReadOnlyMemory<byte> json)
    {
        ArgumentException.ThrowIfNullOrEmpty(head.Id, nameof(head));
        var line = OneLineJson.Of(json);
        lock (_lock)
        {
            // Of a journal each listing can be read alone, so it gets the image once more.
            var filed = _journal?.Append(listing, line.Span);
            var entry = Find(listing, head);
            if (entry.IsKnown) Union(entry);
            else Index(entry, (filed ?? _bytes.Append(line.Span), line.Length));
        }
    }

    /// <summary>Takes over an image that is in the journal already.</summary>
    internal void Restore(SpoolListing listing, ImageHead head, (long At, int Length) place)
    {
        lock (_lock)
        {
            var entry = Find(listing, head);
            if (entry.IsKnown) Union(entry);
            else Index(entry, place);
        }
    }

    internal void Restore(EndedListing ended) => _ended.Add(ended);

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

    public void Dispose()
    {
        _journal?.Dispose();
        _bytes.Dispose();
    }

    private Found Find(SpoolListing listing, ImageHead head)
    {
        var (scope, category) = Settle(listing.Scope, listing.Category, head.Owner);
        var key = ImageKey.Of(scope, head.Id!);
        return new Found(key, scope, category, _index.TryGetValue(key, out var at) ? at : -1);
    }

    private void Union(Found found) => _entries[found.At] = _entries[found.At] with { Categories = _entries[found.At].Categories.With(found.Category) };

    private void Index(Found found, (long At, int Length) place)
    {
        if (!_scopes.TryGetValue(found.Scope, out var known)) _scopes[found.Scope] = known = found.Scope;
        _index.Add(found.Key, _entries.Count);
        _entries.Add(new Entry(known, CategorySet.Of(found.Category), place.At, place.Length));
    }

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
            var json = _journal?.Read(entry.At, entry.Length) ?? _bytes.Read(entry.At, entry.Length);
            var id = ImageHead.Read(json).Id!;
            return new Image(entry.Scope, entry.Categories, id, json) { Members = _members.Count == 0 ? null : _members.GetValueOrDefault(ImageKey.Of(entry.Scope, id)) };
        }
    }

    private readonly record struct Entry(ImageScope Scope, CategorySet Categories, long At, int Length);

    /// <param name="At">Where it stands among the entries; -1 when it does not yet.</param>
    private readonly record struct Found(UInt128 Key, ImageScope Scope, ImageCategory Category, int At)
    {
        public bool IsKnown => At >= 0;
    }
}
