using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.History.Reading;

/// <summary>An image as the history last knew it. Every text was chosen by whoever made or shared the image: hostile until encoded.</summary>
/// <param name="Id">As the cloud gave it.</param>
/// <param name="Fields">Those that the history keeps; missing ones are left out.</param>
public sealed record PastImage(string Id, ImageScope Scope, CategorySet Categories, IReadOnlyDictionary<string, JsonText> Fields)
{
    public string? Name => TextOf("name");

    public string? Owner => TextOf("owner");

    /// <summary>A field's text; null when it is missing or null.</summary>
    public string? TextOf(string field) => Fields.TryGetValue(field, out var value) && !value.IsNull ? value.Display : null;
}
