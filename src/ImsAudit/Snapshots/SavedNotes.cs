namespace ImsAudit.Snapshots;

/// <summary>What reports say about saved responses.</summary>
internal static class SavedNotes
{
    public static IReadOnlyList<string> Of(string name, long unknownTypes, string example)
    {
        var notKnown = $"Completeness not known: {name} is a saved response, not a snapshot, and there may be more images than it has.";
        return unknownTypes == 0
            ? [notKnown]
            : [notKnown, $"{Images(unknownTypes)} of {name} with an __imagetype that the API page does not know (such as \"{example}\"): their category was told from visibility."];
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
