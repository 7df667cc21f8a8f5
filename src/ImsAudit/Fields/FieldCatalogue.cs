using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>
/// Every field of the API page (tables 1 and 2) and of what the collector knows. The set is open: estates have custom
/// properties, and a field that is not here is no error. Its data is <c>field-catalogue.json</c>.
/// </summary>
public sealed class FieldCatalogue
{
    /// <summary>How the fields of one tag are named: <c>@tag.</c> and the tag's key.</summary>
    public const string TagPrefix = "@tag.";

    /// <summary>How the fields begin that only <c>--members</c> collects.</summary>
    public const string MembersPrefix = "@members.";

    private static readonly Lazy<FieldCatalogue> Embedded = new(LoadEmbedded);
    private readonly Dictionary<string, CatalogueField> _byName;

    private FieldCatalogue(JsonElement root)
    {
        Fields = [.. root.GetProperty("fields").EnumerateArray().Select(ReadField)];
        Collected = [.. root.GetProperty("collected").EnumerateArray().Select(ReadField)];
        Parameters = [.. root.GetProperty("parameters").EnumerateArray().Select(ReadParameter)];
        _byName = Fields.Concat(Collected).ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that ships with the program.</summary>
    public static FieldCatalogue Shipped => Embedded.Value;

    /// <summary>The fields of an image.</summary>
    public IReadOnlyList<CatalogueField> Fields { get; }

    /// <summary>The fields that the collector knows; their names begin with <c>@</c>.</summary>
    public IReadOnlyList<CatalogueField> Collected { get; }

    public IReadOnlyList<QueryParameter> Parameters { get; }

    public CatalogueField? Find(string name) =>
        _byName.GetValueOrDefault(name.StartsWith(TagPrefix, StringComparison.Ordinal) ? TagPrefix + "KEY" : name);

    public FieldType? TypeOf(string name) => Find(name)?.Type;

    /// <summary>What the API page lets a listing be filtered by (table 1 without paging and sorting).</summary>
    public IEnumerable<string> FilterNames =>
        Fields.Where(known => known.IsQueryParameter).Select(known => known.Name)
            .Concat(Parameters.Where(parameter => parameter is { IsPaging: false, IsOfCloudImages: false }).Select(parameter => parameter.Name));

    /// <summary>What the newer listing can be filtered by beside that (ims-api, section Other endpoints).</summary>
    public IEnumerable<string> CloudImagesFilterNames =>
        Fields.Where(known => known.IsCloudImagesParameter).Select(known => known.Name)
            .Concat(Parameters.Where(parameter => parameter.IsOfCloudImages).Select(parameter => parameter.Name));

    private static FieldCatalogue LoadEmbedded()
    {
        using var stream = typeof(FieldCatalogue).Assembly.GetManifestResourceStream("field-catalogue.json")
            ?? throw new InvalidOperationException("The field catalogue is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return new FieldCatalogue(document.RootElement);
    }

    private static CatalogueField ReadField(JsonElement field) => new(
        Text(field, "name"),
        Enum.Parse<FieldType>(Text(field, "type"), ignoreCase: true),
        Values(field),
        Flag(field, "query", otherwise: false),
        Flag(field, "apiPage", otherwise: true),
        Text(field, "en"),
        Text(field, "zh"))
    {
        IsCloudImagesParameter = Flag(field, "cloudImages", otherwise: false),
    };

    private static QueryParameter ReadParameter(JsonElement parameter) =>
        new(Text(parameter, "name"), Flag(parameter, "paging", otherwise: false), Text(parameter, "en"), Text(parameter, "zh"))
        {
            Values = Values(parameter),
            IsOfCloudImages = Flag(parameter, "cloudImages", otherwise: false),
        };

    private static IReadOnlyList<string> Values(JsonElement element) =>
        element.TryGetProperty("values", out var values) ? [.. values.EnumerateArray().Select(value => value.GetString()!)] : [];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static bool Flag(JsonElement element, string name, bool otherwise) =>
        element.TryGetProperty(name, out var value) ? value.GetBoolean() : otherwise;
}
