using ImsAudit.History.Databases;

namespace ImsAudit.History.Recording;

/// <summary>What all parts of storing one scan share: where it goes, its moment, where it looked.</summary>
/// <param name="At">The scan's moment (<see cref="Moment"/>).</param>
internal sealed record ScanBooks(Session Session, long At, ScanCoverage Coverage, PlaceBook Places, PolicyBook Policies)
{
    private readonly Dictionary<long, bool> _whole = [];

    /// <summary>All of the place was seen by this scan.</summary>
    public bool IsWhole(long place)
    {
        if (!_whole.TryGetValue(place, out var whole)) _whole[place] = whole = Places.IsWhole(place, Coverage);
        return whole;
    }

    /// <summary>
    /// Where something is at home after it was seen again. What was once seen in a whole category stays there when only a
    /// filter shows it: a scan by that filter must not decide when it is gone.
    /// </summary>
    public long Settled(long known, long seen) => Places.IsUnfiltered(seen) || !Places.IsUnfiltered(known) ? seen : known;

    public bool SameCategories(long one, long other) =>
        Places.ListingsOf(one).Select(listing => listing.Unfiltered).ToHashSet().SetEquals(Places.ListingsOf(other).Select(listing => listing.Unfiltered));

    /// <summary>Each listing of the place was seen whole, or the image was seen in it again.</summary>
    public bool IsSeenThrough(long place, long seenAt)
    {
        var again = Places.ListingsOf(seenAt);
        return Places.ListingsOf(place).All(listing => Coverage.IsWhole(listing) || again.Contains(listing) || again.Contains(listing.Unfiltered));
    }
}
