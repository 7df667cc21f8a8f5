using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>Saved responses, an array or NDJSON: images without a proof that they are all.</summary>
internal sealed class SavedSource : IImageSource
{
    private readonly InputFile _file;
    private readonly ImageScope _scope;
    private string _sha256 = "";

    private SavedSource(InputFile file, ImageScope scope)
    {
        _file = file;
        _scope = scope;
    }

    public string Name => _file.Name;

    public InputSurvey Survey { get; private set; } = new() { Completeness = Completeness.NotKnown, Notes = [] };

    /// <param name="scope">Where the images are from, as the options say; public and market images are the endpoint's.</param>
    /// <exception cref="InputFileException">The file holds something else than images.</exception>
    public static async Task<SavedSource> OpenAsync(InputFile file, ImageScope scope, CancellationToken cancellationToken)
    {
        var source = new SavedSource(file, scope);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var seen = new HashSet<UInt128>();
        var (repeats, unknown, example) = (false, 0L, "");
        var pass = new SavedPass(file);
        await foreach (var (head, json) in pass.ReadAsync(cancellationToken))
        {
            hash.AppendData(json.Span);
            repeats |= !seen.Add(ImageKey.Of(source.ScopeOf(head), head.Id!));
            if (!SavedCategory.Knows(head) && unknown++ == 0) example = SafeText.Of(head.ImageType!);
        }
        source._sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        source.Survey = new InputSurvey
        {
            Completeness = Completeness.NotKnown,
            Notes = SavedNotes.OfTypes(file.Name, unknown, example),
            Scanned = scope.Project is null ? [] : [scope],
            Pages = pass.Pages,
            Repeats = repeats,
        };
        return source;
    }

    public async IAsyncEnumerable<FoundImage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var (head, json) in new SavedPass(_file).ReadAsync(cancellationToken))
        {
            hash.AppendData(json.Span);
            yield return new FoundImage(ScopeOf(head), CategorySet.Of(CategoryOf(head)), head.Id!, head.Owner, json);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != _sha256) throw new InputChangedException(Name);
    }

    private ImageCategory CategoryOf(ImageHead head) => SavedCategory.Of(head, _scope.Project);

    private ImageScope ScopeOf(ImageHead head) => CategoryOf(head).BelongsToEndpoint() ? _scope.OfEndpoint : _scope;
}
