using System.Globalization;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>A listing as a server keeps it: i000 the newest, each image twenty days older than the one before it. What it makes of created_at is a test's matter.</summary>
internal sealed class DatedList(int images)
{
    private static readonly DateTimeOffset Newest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public List<string> Ids { get; } = [.. Enumerable.Range(0, images).Select(Id)];

    /// <summary>The images before a time, in order.</summary>
    public Func<IEnumerable<string>, DateTimeOffset, IEnumerable<string>> Filter { get; init; } = (ids, before) => ids.Where(id => TimeOf(id) < before);

    /// <summary>How an image writes created_at; null: it has none.</summary>
    public Func<string, string?> Written { get; init; } = id => TimeOf(id).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    public static string Id(int number) => $"i{number:D3}";

    public static int NumberOf(string id) => int.Parse(id[1..]);

    public static DateTimeOffset TimeOf(string id) => Newest.AddDays(-20 * NumberOf(id));

    public static bool IsProbe(ServerRequest request) => request["created_at"] is not null;

    public Answer Answer(ServerRequest request)
    {
        lock (Ids)
        {
            if (request.Marker is { } marker && !Ids.Contains(marker)) return Doubles.Answer.Of(400, """{"error":{"message":"No image found"}}""");
            var asked = IsProbe(request) ? Filter(Ids, DateTimeOffset.Parse(request["created_at"]![3..], CultureInfo.InvariantCulture)) : Ids;
            var rest = asked.SkipWhile(id => request.Marker is not null && string.CompareOrdinal(id, request.Marker) <= 0).ToList();
            var page = rest.Take(int.Parse(request["limit"]!)).ToList();
            return Doubles.Answer.Json(Page.Raw(page.Count < rest.Count ? Page.Next(page[^1]) : null, [.. page.Select(Json)]));
        }
    }

    private string Json(string id)
    {
        var created = Written(id) is { } text ? $",\"created_at\":\"{text}\"" : "";
        return $$"""{"id":"{{id}}","__imagetype":"gold","visibility":"public","owner":"huawei"{{created}}}""";
    }
}
