namespace ImsAudit.Inventories;

/// <summary>The words for <see cref="ListingEnd"/> in snapshots, results and reports.</summary>
public static class ListingEnds
{
    private static readonly IReadOnlyList<ListingEnd> s_all = Enum.GetValues<ListingEnd>();

    /// <summary>Such as <c>no next</c>; null when it is not known.</summary>
    public static string? Name(this ListingEnd end) => end switch
    {
        ListingEnd.NotKnown => null,
        ListingEnd.NoNext => "no next",
        ListingEnd.EmptyPage => "empty page",
        ListingEnd.Failed => "failed",
        ListingEnd.TimedOut => "timed out",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, message: null),
    };

    /// <summary>A word of a later version is not known here. It proves nothing: whether a listing is complete is said beside it.</summary>
    public static ListingEnd Parse(string? name) => s_all.FirstOrDefault(end => end.Name() == name);
}
