namespace ImsAudit.Collection.Clouds;

/// <summary>The interfaces of a token's catalogue.</summary>
public static class CatalogueInterface
{
    public const string Default = "public";

    public static IReadOnlyList<string> Names { get; } = [Default, "internal", "admin"];

    /// <summary>The interface of that name, also where it is written the old way, <c>publicURL</c>; null when there is none.</summary>
    public static string? Of(string text)
    {
        var name = text.EndsWith("URL", StringComparison.Ordinal) ? text[..^"URL".Length] : text;
        return Names.Contains(name) ? name : null;
    }
}
