using ImsAudit.Images;

namespace ImsAudit.Collection.Wording;

/// <summary>What was noticed on the way, for the reports.</summary>
internal static class NoteSentences
{
    private const int MostNames = 20;

    public static string PlainOpenStack(string endpoint) =>
        $"plain OpenStack Glance: images came from {endpoint} without __imagetype, so the listings were asked as with --api glance: without __imagetype and protected, hidden images as well, and no market.";

    public static string Mixed(string endpoint) =>
        $"{endpoint} gave images with __imagetype and images without: the listings were asked both with and without __imagetype and protected, and what came was put together.";

    public static string AskedAgain(string endpoint, IEnumerable<ImageCategory> categories) =>
        $"{endpoint} gave nothing when asked as the API page says, but gave images when asked without __imagetype and protected: {string.Join(", ", categories.Select(category => category.Name()))}.";

    public static string NoMarket => "market: a plain OpenStack (--api glance) has no market listing, so it was not asked.";

    public const string CloudImages =
        "GET /v2/cloudimages was asked (--api cloudimages), each listing up to its empty page. Where rights are given by enterprise project, it shows the images of those that are granted and of no others.";

    public static string OneAddress(IEnumerable<ImageScope> others) =>
        $"Collected once for all clouds at this address; it stands for {string.Join(", ", others.Select(other => $"\"{Quoted.Capped(other.ToString())}\"").Take(MostNames))} as well.";

    public static string DisabledProjects(CollectionTarget target, IReadOnlyCollection<string> names) =>
        $"{target}: left out as disabled: {Names(names)}.";

    public static string ProjectsOfOtherRegions(CollectionTarget target, IReadOnlyCollection<string> names) =>
        $"{target}: left out as projects of other regions, by their names: {Names(names)}.";

    public static string InternalProject(CollectionTarget target, string name) =>
        $"{target}: left out as the cloud's own project for object storage: {name}.";

    public static string Duplicates(long count, string firstId) =>
        $"{Times(count)} an image came again that had come before (first \"{Quoted.Capped(firstId)}\"): the list changed while it was read. Each image is kept once.";

    public const string EndedBefore = "It was read to its end by a run that was interrupted later, and not asked again.";

    public static string EmptyPages(int count, int first) =>
        $"{Times(count)} a page (first page {first}) was empty and yet named a next page, which was followed.";

    public static string OtherOwners(long count, string project, string firstId) =>
        $"{Times(count)} an image of another owner came where only those of {Quoted.Capped(project)} were asked for (first \"{Quoted.Capped(firstId)}\"). Such images are not taken for private ones; their category is told from what they say of themselves.";

    public static string SteppedBack(int page, string marker, int status) =>
        $"Page {page}: the image \"{Quoted.Capped(marker)}\", behind which the page begins, was gone ({status}); the walk went on behind the image before it.";

    public static string Restarted(int page, string marker, int status) =>
        $"Page {page}: the image \"{Quoted.Capped(marker)}\", behind which the page begins, was gone ({status}), and so were those before it; the walk began again at the first page, and images were merged by id.";

    public static string Abandoned((int Page, int Status) where, string marker) =>
        $"Page {where.Page}: the image \"{Quoted.Capped(marker)}\", behind which the page begins, was gone ({where.Status}), and so were those before it; the walk from above went on through this place.";

    public static string Split(int stretches) =>
        $"Walked in {stretches} stretches side by side, which created_at=lt: helped to find; each was followed to an image of another, so that they join without a gap.";

    /// <param name="why">What happened, part of a sentence.</param>
    public static string NotSplit(string why, int splits) => splits == 0
        ? $"Walked page by page, because it could not be split: {why}."
        : $"Walked in {splits + 1} stretches side by side for a time and then page by page: {why}.";

    private static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames).Select(name => $"\"{Quoted.Capped(name)}\"")) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private static string Times(long count) => count == 1 ? "Once" : $"{count} times";
}
