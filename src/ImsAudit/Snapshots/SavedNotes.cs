namespace ImsAudit.Snapshots;

/// <summary>What reports say about saved responses.</summary>
internal static class SavedNotes
{
    private const int Named = 3;

    /// <param name="unknownTypes">How many images there are with an unknown <c>__imagetype</c>.</param>
    /// <param name="example">One of those types, made harmless.</param>
    public static IReadOnlyList<string> OfTypes(string name, long unknownTypes, string example) => unknownTypes == 0
        ? []
        : [$"{Images(unknownTypes)} of {name} with an __imagetype that the API page does not know (such as \"{example}\"): their category was told from visibility."];

    /// <summary>One sentence for all saved responses, since there may be one a page.</summary>
    public static IEnumerable<string> OfCompleteness(IReadOnlyList<string> names)
    {
        if (names.Count == 0) yield break;
        var listed = string.Join(", ", names.Take(Named)) + (names.Count > Named ? $" and {names.Count - Named} more" : "");
        yield return names.Count == 1
            ? $"Completeness not known: {listed} is a saved response, not a snapshot, and there may be more images than it has."
            : $"Completeness not known: {listed} are saved responses, not snapshots, and there may be more images than they have.";
    }

    /// <summary>
    /// The pages that were named and not given. Which page follows which cannot be proven, so the page behind one is taken
    /// to be the first of its listing that was given behind it.
    /// </summary>
    public static IEnumerable<string> OfPages(IEnumerable<IImageSource> sources)
    {
        var pages = sources.SelectMany(source => source.Survey.Pages.Select(page => (source.Name, Page: page))).ToList();
        var lost = Unfollowed([.. pages.Select(page => page.Page)]).ToList();
        foreach (var at in lost.Take(Named))
            yield return $"Completeness not known: {(at == pages.Count - 1 ? "the last" : "a")} response in {pages[at].Name} names a next page that was not given: {pages[at].Page.Next}";
        if (lost.Count > Named) yield return $"Completeness not known: {lost.Count - Named} more responses name a next page that was not given.";
    }

    private static IEnumerable<int> Unfollowed(IReadOnlyList<SavedPage> pages)
    {
        var taken = new bool[pages.Count];
        for (var at = 0; at < pages.Count; at++)
        {
            if (pages[at].Next is null) continue;
            var later = at + 1;
            while (later < pages.Count && (taken[later] || !pages[at].MayBeFollowedBy(pages[later]))) later++;
            if (later == pages.Count) yield return at;
            else taken[later] = true;
        }
    }

    /// <summary>The images that several inputs, or one several times, have.</summary>
    public static IEnumerable<string> OfRepeats(ImageMerge merge)
    {
        if (merge.Repeated == 0) yield break;
        yield return $"Images that came more than once in the input: {merge.Repeated}. The first copy of each is judged, with the categories of all.";
        if (merge.Differing > 0)
            yield return $"Images whose copies differ: {merge.Differing} (such as \"{merge.FirstDiffering}\"). What only a later copy says was not judged; give the newest input first, or alone.";
    }

    private static string Images(long count) => count == 1 ? "There is 1 image" : $"There are {count} images";
}
