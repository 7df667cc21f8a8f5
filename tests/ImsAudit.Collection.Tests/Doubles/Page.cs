namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>Pages as IMS writes them; their images name no owner, so that they may come in any listing.</summary>
internal static class Page
{
    public static string Of(string? next, params string[] ids) => Raw(next, [.. ids.Select(id => Image(id))]);

    public static string Raw(string? next, params string[] images) =>
        $$"""{"schema":"/v2/schemas/images",{{(next is null ? "" : $"\"next\":\"{next}\",")}}"images":[{{string.Join(',', images)}}],"first":"/v2/images?limit=2"}""";

    public static string Image(string id, string type = "gold") => $$"""{"id":"{{id}}","__imagetype":"{{type}}","visibility":"public","name":"n {{id}}"}""";

    /// <summary>As the gateway writes it: with a parameter that nobody sent.</summary>
    public static string Next(string marker) => $"/v2/images?__isregistered=true&marker={marker}";
}
