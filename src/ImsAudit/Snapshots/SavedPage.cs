namespace ImsAudit.Snapshots;

/// <summary>The links of one saved response, made harmless; null where it has none.</summary>
internal readonly record struct SavedPage(string? First, string? Next)
{
    /// <summary>Which listing it is a page of, told from its links without their place in it; null when they do not say.</summary>
    public string? Listing => KeyOf(First ?? Next);

    /// <summary>
    /// True when <paramref name="later"/> may be the page that this one names: one of the same listing, and not this page
    /// once more. A response without links may be any.
    /// </summary>
    public bool MayBeFollowedBy(SavedPage later) =>
        later.Listing is not { } listing || (listing == KeyOf(Next) && later.Next != Next);

    private static string? KeyOf(string? link)
    {
        if (link is null) return null;
        var query = link.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? "" : string.Join('&', link[(query + 1)..].Split('&').Where(part => !IsPlace(part)).Order(StringComparer.Ordinal));
    }

    private static bool IsPlace(string part) =>
        part.StartsWith("marker=", StringComparison.Ordinal) || part.StartsWith("limit=", StringComparison.Ordinal);
}
