using System.Runtime.CompilerServices;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>A snapshot: verified from end to end before its first image is given out.</summary>
internal sealed class SnapshotSource : IImageSource
{
    private readonly InputFile _file;
    private readonly string _sha256;

    private SnapshotSource(InputFile file, InputSurvey survey, string sha256)
    {
        _file = file;
        _sha256 = sha256;
        Survey = survey;
    }

    public string Name => _file.Name;

    public InputSurvey Survey { get; }

    public static async Task<SnapshotSource> OpenAsync(InputFile file, CancellationToken cancellationToken)
    {
        var pass = new SnapshotPass(file);
        var seen = new HashSet<UInt128>();
        var repeats = false;
        var counts = new Dictionary<(ImageScope Scope, ImageCategory Category), long>();
        await foreach (var image in pass.ReadAsync(cancellationToken))
        {
            repeats |= !seen.Add(ImageKey.Of(image.Scope, image.Id));
            foreach (var category in image.Categories)
                counts[(image.Scope, category)] = counts.GetValueOrDefault((image.Scope, category)) + 1;
        }
        return new SnapshotSource(file, Conclude(file.Name, pass, counts) with { Repeats = repeats }, pass.Sha256);
    }

    public async IAsyncEnumerable<FoundImage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pass = new SnapshotPass(_file);
        await foreach (var image in pass.ReadAsync(cancellationToken)) yield return image;
        if (pass.Sha256 != _sha256) throw new InputChangedException(Name);
    }

    private static InputSurvey Conclude(string name, SnapshotPass pass, Dictionary<(ImageScope Scope, ImageCategory Category), long> counts)
    {
        var listings = pass.Trailer?.Listings ?? [];
        var contradiction = pass.Damage is null ? new TrailerCheck(pass.Trailer!, counts).Contradiction() : null;
        var isSound = pass.Damage is null && contradiction is null;
        var note = SnapshotNotes.Of(name, pass, contradiction);
        return new InputSurvey
        {
            Completeness = !isSound || listings.Any(listing => !listing.Complete) ? Completeness.Incomplete : pass.Trailer!.Completeness,
            Notes = note is null ? [] : [note],
            Listings = isSound ? listings : Doubtful(note!, listings, counts),
            Scanned = [.. listings.Select(listing => listing.Scope).Where(scope => scope.Project is not null).Distinct()],
            SnapshotSha256 = pass.Sha256,
        };
    }

    /// <summary>
    /// Images of any listing may be among those that are lost, so that no listing of a damaged snapshot is complete, nor of
    /// one that contradicts itself. Where the last line is lost too, the lines that are left tell which listings there were.
    /// </summary>
    private static IReadOnlyList<Listing> Doubtful(string note, IReadOnlyList<Listing> listings, Dictionary<(ImageScope Scope, ImageCategory Category), long> counts) =>
        listings.Count > 0
            ? [.. listings.Select(listing => listing with { Complete = false, Error = listing.Error ?? note })]
            : [.. counts.Select(count => new Listing
            {
                Scope = count.Key.Scope,
                Category = count.Key.Category,
                Query = "",
                Pages = 0,
                Images = count.Value,
                Complete = false,
                Error = note,
            })];
}
