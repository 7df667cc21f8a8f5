using System.Runtime.CompilerServices;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>
/// The images of all <c>--from</c> inputs as one inventory: an image that stands in several is one, with all its
/// categories, and the worst completeness counts. Disposing it removes what was spooled of standard input.
/// </summary>
public sealed class FileInventory : IInventory, IDisposable
{
    private readonly IReadOnlyList<IImageSource> _sources;
    private readonly IReadOnlyList<ScannedProjects> _settled;
    private readonly IReadOnlyList<IDisposable> _owned;
    private ImageMerge? _merge;

    internal FileInventory(IReadOnlyList<IImageSource> sources, ImageScope given, IReadOnlyList<IDisposable> owned)
    {
        _sources = sources;
        _owned = owned;
        _settled = [.. sources.Select(source => new ScannedProjects(source.Survey.Scanned))];
        Listings = [.. sources.SelectMany(source => source.Survey.Listings)];
        Projects = new ScannedProjects([.. sources.SelectMany(source => source.Survey.Scanned), .. Given(given)]);
        Completeness = sources.Select(source => source.Survey.Completeness).Aggregate(Worse);
        Notes = [
            .. SavedNotes.OfCompleteness([.. sources.OfType<SavedSource>().Select(source => source.Name)]),
            .. SavedNotes.OfPages(sources),
            .. sources.SelectMany(source => source.Survey.Notes),
        ];
        SnapshotSha256 = sources.Count == 1 ? sources[0].Survey.SnapshotSha256 : null;
    }

    public Completeness Completeness { get; }

    public IReadOnlyList<Listing> Listings { get; }

    public ScannedProjects Projects { get; }

    public IReadOnlyList<string> Notes { get; private set; }

    public string? SnapshotSha256 { get; }

    /// <exception cref="InputChangedException">An input is not what it was when it was opened.</exception>
    public async IAsyncEnumerable<Image> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var at = 0L;
        await foreach (var (name, image) in ReadAllAsync(cancellationToken))
        {
            if (CategoriesOf(name, image, at++) is { } categories) yield return image.ToImage(categories);
        }
    }

    public void Dispose()
    {
        foreach (var owned in _owned) owned.Dispose();
    }

    /// <summary>Finds what stands in the inputs more than once. One input without repetitions needs no index.</summary>
    internal async Task MergeAsync(CancellationToken cancellationToken)
    {
        if (_sources is [{ Survey.Repeats: false }]) return;
        var merge = new ImageMerge();
        await foreach (var (_, image) in ReadAllAsync(cancellationToken)) merge.Learn(image);
        _merge = merge;
        Notes = [.. Notes, .. SavedNotes.OfRepeats(merge)];
    }

    private CategorySet? CategoriesOf(string name, FoundImage image, long at)
    {
        try
        {
            return _merge is null ? image.Categories : _merge.CategoriesAt(image, at);
        }
        catch (KeyNotFoundException)
        {
            throw new InputChangedException(name);
        }
    }

    private async IAsyncEnumerable<(string Name, FoundImage Image)> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < _sources.Count; i++)
        {
            await foreach (var image in _sources[i].ReadAsync(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return (_sources[i].Name, image.Settle(Projects, _settled[i]));
            }
        }
    }

    /// <summary>The project of <c>--project</c>, in every cloud and region of the inputs that the other options do not exclude.</summary>
    private IEnumerable<ImageScope> Given(ImageScope given) => given.Project is null ? [] : Listings
        .Select(listing => listing.Scope)
        .Where(scope => (given.Cloud ?? scope.Cloud) == scope.Cloud && (given.Region ?? scope.Region) == scope.Region)
        .Select(scope => scope with { Project = given.Project })
        .Append(given)
        .Distinct();

    private static Completeness Worse(Completeness one, Completeness other) =>
        one == Completeness.Incomplete || other == Completeness.Incomplete ? Completeness.Incomplete
        : one == Completeness.NotKnown || other == Completeness.NotKnown ? Completeness.NotKnown
        : Completeness.Complete;
}
