using ImsAudit.Inventories;

namespace ImsAudit.Snapshots;

/// <summary>What reports say about a snapshot that is not complete.</summary>
internal static class SnapshotNotes
{
    /// <summary>Null for a snapshot that is whole and complete.</summary>
    /// <param name="contradiction">How its last line contradicts itself or the lines before it, as the end of a sentence.</param>
    public static string? Of(string name, SnapshotPass pass, string? contradiction)
    {
        if (pass.Damage is { } damage)
            return $"Incomplete: the snapshot {name} is damaged: {damage}. Images may be missing or altered; collect it again.";
        if (contradiction is not null)
            return $"Incomplete: the snapshot {name} contradicts itself: {contradiction}. It was altered, or written by a mistaken program; collect it again.";
        if (pass.Trailer!.Completeness == Completeness.Incomplete || pass.Trailer.Listings.Any(listing => !listing.Complete))
            return $"Incomplete: the snapshot {name} was written by a collection that did not see everything.";
        return pass.Trailer.Completeness == Completeness.NotKnown
            ? $"Completeness not known: the snapshot {name} was written from saved responses, and there may be more images than it has."
            : null;
    }
}
