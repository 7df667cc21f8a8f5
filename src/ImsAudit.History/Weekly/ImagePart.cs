using ImsAudit.History.Reading;
using ImsAudit.Images;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>Images that are others than they were, and images that became public.</summary>
internal sealed class ImagePart(HistoryReading reading, Period period, Subjects subjects)
{
    private const string Protected = "protected";

    /// <summary>What must not change under an id that others build on.</summary>
    private static readonly HashSet<string> s_fields = new(["checksum", Protected, "hw_firmware_type", "__system__cmkid", "tags"], StringComparer.Ordinal);

    /// <param name="scans">All up to the moment, the oldest first.</param>
    /// <returns>The last member: public images that are not called new, because nobody had looked there before.</returns>
    public async Task<(IReadOnlyList<WeeklyDrift> Drift, IReadOnlyList<WeeklyImage> Public, int First)> ReadAsync(IReadOnlyList<PastScan> scans, CancellationToken cancellationToken)
    {
        // Before the oldest scan that is kept only pieces are known: what was pruned would make others look like the first.
        var known = period with { From = scans.Count > 0 && scans[0].AsOf > period.From ? scans[0].AsOf : period.From };
        var changes = await reading.ImageChangesAsync(known, cancellationToken);
        var published = changes.Where(BecamePublic).ToLookup(change => reading.WasLookedForBefore(change, ImageCategory.Public));
        return (
            [.. changes.Select(DriftOf).OfType<WeeklyDrift>().OrderByDescending(drift => drift.IsGolden).ThenBy(drift => drift.At).ThenBy(drift => drift.Subject.Id, StringComparer.Ordinal)],
            // One that came, went and came again is told once, as of the first time.
            [.. published[true].DistinctBy(change => (change.Image.Scope, change.Image.Id)).Select(change => new WeeklyImage(subjects.Of(change.Image), change.Image.Owner, change.At))],
            published[false].Count());
    }

    private static bool BecamePublic(ImageChange change) => change.Kind switch
    {
        ImageChangeKind.Appeared or ImageChangeKind.Returned => IsPublic(change.Image),
        ImageChangeKind.Changed => IsPublic(change.Image) && !IsPublic(change.Before!),
        _ => false,
    };

    private WeeklyDrift? DriftOf(ImageChange change)
    {
        if (change.Kind is not (ImageChangeKind.Changed or ImageChangeKind.Returned)) return null;
        var fields = change.Fields.Where(field => s_fields.Contains(field.Field)).Select(field => new WeeklyField(field.Field, field.Before, field.After)).OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
        return fields.Count == 0 ? null : new WeeklyDrift(subjects.Of(change.Image), IsGolden(change.Image) || IsGolden(change.Before!), change.At, fields);
    }

    private static bool IsPublic(PastImage image) => image.Categories.Contains(ImageCategory.Public);

    private static bool IsGolden(PastImage image) => IsPublic(image) || image.TextOf(Protected) == "true";
}
