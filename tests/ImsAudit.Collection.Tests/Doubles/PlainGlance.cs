using System.Text.Json;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>An image of <see cref="PlainGlance"/>: its properties, and our membership if it is shared with us.</summary>
internal sealed record FakeImage(string Id, string? MemberStatus, params (string Name, string Value)[] Properties)
{
    public string Json => JsonSerializer.Serialize(Properties.Append(("id", Id)).ToDictionary(pair => pair.Item1, pair => pair.Item2));
}

/// <summary>Lists as Glance does: each parameter that it does not know is a property that must be equal.</summary>
internal sealed class PlainGlance(IReadOnlyList<FakeImage> images)
{
    public Answer Answer(ServerRequest request)
    {
        var matching = images.Where(image => IsHidden(image) == (request["os_hidden"] == "true") && request.Parameters.All(parameter => Matches(image, parameter))).ToList();
        var start = request.Marker is null ? 0 : matching.FindIndex(image => image.Id == request.Marker) + 1;
        var limit = int.Parse(request["limit"]!);
        var page = matching.Skip(start).Take(limit).ToList();
        return Doubles.Answer.Json(Page.Raw(page.Count == limit ? Page.Next(page[^1].Id) : null, [.. page.Select(image => image.Json)]));
    }

    /// <summary>Hidden images are in no listing but those that ask for them, and nothing else is in those.</summary>
    private static bool IsHidden(FakeImage image) => image.Properties.Contains(("os_hidden", "true"));

    private static bool Matches(FakeImage image, (string Key, string Value) parameter) => parameter.Key switch
    {
        "limit" or "marker" => true,
        "member_status" => image.MemberStatus == parameter.Value,
        _ => image.Properties.Contains(parameter),
    };
}
