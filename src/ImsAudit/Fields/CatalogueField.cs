namespace ImsAudit.Fields;

/// <summary>What is known about one field.</summary>
/// <param name="Name">As the API names it; <c>@</c> names are what the collector knows.</param>
/// <param name="Values">The values that are known; empty where the set is open.</param>
/// <param name="IsQueryParameter">The API page takes it as a filter.</param>
/// <param name="OnApiPage">The API page documents it; else it was seen in responses or other documents.</param>
/// <param name="English">One sentence.</param>
/// <param name="Chinese">One sentence.</param>
public sealed record CatalogueField(
    string Name,
    FieldType Type,
    IReadOnlyList<string> Values,
    bool IsQueryParameter,
    bool OnApiPage,
    string English,
    string Chinese)
{
    /// <summary>The newer listing takes it as a filter (<c>GET /v2/cloudimages</c>), and the API page does not.</summary>
    public bool IsCloudImagesParameter { get; init; }

    public string TypeName => Type switch
    {
        FieldType.CommaList => "commaList",
        _ => Type.ToString().ToLowerInvariant(),
    };
}
