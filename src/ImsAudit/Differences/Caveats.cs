using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Differences;

/// <summary>Finds what must be known before the differences are read.</summary>
internal static class Caveats
{
    private const int MostListings = 5;

    public static IEnumerable<Caveat> Of(Difference difference)
    {
        var (old, @new) = (difference.Old, difference.New);
        IEnumerable<Caveat> all = [.. OfSides(old, @new), .. OfRuns(old, @new)];
        if (difference.Findings is { Repeated: > 0 } findings) all = all.Append(new Caveat(CaveatKind.Repeated, findings.Repeated));
        if (difference.Images is not { } images) return all;
        if (difference.Findings is not null) all = [.. all, .. OfSnapshots(difference, images)];
        return all.Concat(images.NotCompared.Select(field => new Caveat(CaveatKind.NotCompared, field.Images, field.Field)));
    }

    private static IEnumerable<Caveat> OfSides(Side old, Side @new)
    {
        foreach (var caveat in OfCompleteness(old, CaveatKind.OldIncomplete, CaveatKind.OldNotKnown)) yield return caveat;
        foreach (var caveat in OfCompleteness(@new, CaveatKind.NewIncomplete, CaveatKind.NewNotKnown)) yield return caveat;
        if (old.Sight.IsApartFrom(@new.Sight)) yield return new Caveat(CaveatKind.NothingInCommon);
        if (OfListings(CaveatKind.OnlyOldAsked, old.Sight.NotAskedBy(@new.Sight)) is { } before) yield return before;
        if (OfListings(CaveatKind.OnlyNewAsked, @new.Sight.NotAskedBy(old.Sight)) is { } after) yield return after;
        if (old.Listings.Concat(@new.Listings).Any(listing => listing.Filtered)) yield return new Caveat(CaveatKind.Filtered);
        if (old.At > @new.At) yield return new Caveat(CaveatKind.Swapped, old.At, @new.At);
    }

    private static IEnumerable<Caveat> OfCompleteness(Side side, CaveatKind incomplete, CaveatKind notKnown)
    {
        if (side.IsIncomplete) yield return new Caveat(incomplete);
        else if (side.Completeness == Completeness.NotKnown) yield return new Caveat(notKnown);
    }

    private static Caveat? OfListings(CaveatKind kind, IReadOnlyList<Listing> listings)
    {
        if (listings.Count == 0) return null;
        var named = listings.Take(MostListings).Select(listing => listing.Scope.ToString() is { Length: > 0 } scope ? $"{listing.Category.Name()} ({scope})" : listing.Category.Name());
        return new Caveat(kind, listings.Count, string.Join(", ", named) + (listings.Count > MostListings ? ", …" : ""));
    }

    private static IEnumerable<Caveat> OfRuns(Side old, Side @new)
    {
        if (old.Run is not { } before || @new.Run is not { } after) yield break;
        if (before.PolicySetSha256 != after.PolicySetSha256) yield return new Caveat(CaveatKind.OtherPolicySet, before.PolicySetSha256, after.PolicySetSha256);
        if (before.AsOf != after.AsOf) yield return new Caveat(CaveatKind.OtherMoment, before.AsOf, after.AsOf);
        if (old.Tool != @new.Tool) yield return new Caveat(CaveatKind.OtherTool, $"{old.Tool!.Name} {old.Tool.Version}", $"{@new.Tool!.Name} {@new.Tool.Version}");
        if (before.WaiversSha256 != after.WaiversSha256) yield return new Caveat(CaveatKind.OtherWaivers);
    }

    /// <summary>Of snapshots that were given beside results; what is said of both is said once.</summary>
    private static IEnumerable<Caveat> OfSnapshots(Difference difference, ImagesDifference images)
    {
        var said = OfSides(difference.Old, difference.New).Select(caveat => caveat.Kind).ToHashSet();
        foreach (var caveat in OfSides(images.Old, images.New).Where(caveat => !said.Contains(caveat.Kind))) yield return caveat;
        if (IsOther(difference.Old, images.Old)) yield return new Caveat(CaveatKind.OldSnapshotOther);
        if (IsOther(difference.New, images.New)) yield return new Caveat(CaveatKind.NewSnapshotOther);
    }

    private static bool IsOther(Side result, Side snapshot) => result.SnapshotSha256 is { } made && made != snapshot.SnapshotSha256;
}
