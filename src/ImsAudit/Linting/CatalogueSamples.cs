using System.Text;
using ImsAudit.Fields;

namespace ImsAudit.Linting;

/// <summary>Values that a field can have, by the catalogue. Fields of tags and custom properties can have any.</summary>
internal static class CatalogueSamples
{
    /// <summary>One value of each form that the field's type takes, or all known values; null where nothing is known.</summary>
    public static IReadOnlyList<FieldValue>? OfType(string field)
    {
        if (Known(field) is not { } known) return null;
        return known.Type switch
        {
            FieldType.Boolean => [Json("true"), Json("false"), FieldValue.OfString("true")],
            FieldType.Integer => [Json("40"), FieldValue.OfString("40")],
            FieldType.Timestamp => [FieldValue.OfString("2018-09-06T14:03:27Z")],
            FieldType.List => [Json("[]"), Json("""["x"]""")],
            FieldType.CommaList => [FieldValue.OfString("x,y")],
            FieldType.Json => [FieldValue.OfString("{}")],
            _ when known.Values.Count > 0 => [.. known.Values.Select(FieldValue.OfString)],
            _ => [FieldValue.OfString("a text 1.2")],
        };
    }

    /// <summary>The known values, each as the field holds it; null where the set is open.</summary>
    public static IReadOnlyList<FieldValue>? KnownValues(string field) => Known(field) is { } known && ValuesOf(known) is { Count: > 0 } values
        ? [.. values.Select(value => known.Type == FieldType.List ? FieldValue.OfStrings([value]) : FieldValue.OfString(value))]
        : null;

    /// <summary>The known values as text.</summary>
    public static IReadOnlyList<string> ValuesOf(CatalogueField field) =>
        field is { Type: FieldType.Boolean, Values.Count: 0 } ? ["true", "false"] : field.Values;

    public static CatalogueField? Known(string field) =>
        field.StartsWith(FieldCatalogue.TagPrefix, StringComparison.Ordinal) ? null : FieldCatalogue.Shipped.Find(field);

    private static FieldValue Json(string json) => FieldValue.OfJson(Encoding.UTF8.GetBytes(json));
}
