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

    public static string DisabledProjects(CollectionTarget target, IReadOnlyCollection<string> names) =>
        $"{target}: left out as disabled: {Names(names)}.";

    public static string ProjectsOfOtherRegions(CollectionTarget target, IReadOnlyCollection<string> names) =>
        $"{target}: left out as projects of other regions, by their names: {Names(names)}.";

    public static string InternalProject(CollectionTarget target, string name) =>
        $"{target}: left out as the cloud's own project for object storage: {name}.";

    public static string Duplicates(long count, string firstId) =>
        $"{Times(count)} an image came again that had come before (first \"{Quoted.Capped(firstId)}\"): the list changed while it was read. Each image is kept once.";

    public static string Retries(int count) => $"{Times(count)} a request was tried again after a time-out, throttling or a failure of the server.";

    public static string SteppedBack(int page, string marker, int status) =>
        $"Page {page}: the image \"{Quoted.Capped(marker)}\", behind which the page begins, was gone ({status}); the walk went on behind the image before it.";

    public static string Restarted(int page, string marker, int status) =>
        $"Page {page}: the image \"{Quoted.Capped(marker)}\", behind which the page begins, was gone ({status}), and so were those before it; the walk began again at the first page, and images were merged by id.";

    private static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNames).Select(name => $"\"{Quoted.Capped(name)}\"")) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private static string Times(long count) => count == 1 ? "Once" : $"{count} times";
}
