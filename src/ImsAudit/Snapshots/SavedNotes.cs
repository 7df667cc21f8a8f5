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
    /// to be the one that was given next.
    /// </summary>
    public static IEnumerable<string> OfPages(IEnumerable<IImageSource> sources)
    {
        var pages = sources.SelectMany(source => source.Survey.Pages.Select(next => (source.Name, Next: next))).ToList();
        if (pages is [.., (var name, { } next)])
            yield return $"Completeness not known: the last response in {name} names a next page that was not given: {next}";
    }

    private static string Images(long count) => count == 1 ? "There is 1 image" : $"There are {count} images";
}
