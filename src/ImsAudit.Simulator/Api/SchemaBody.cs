using System.Text.Json;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Api;

/// <summary>Writes <c>/v2/schemas/image</c> and <c>/v2/schemas/images</c>.</summary>
internal static class SchemaBody
{
    public static ReadOnlyMemory<byte> Image() => JsonBody.Object(WriteImage);

    public static ReadOnlyMemory<byte> Images() => JsonBody.Object(json =>
    {
        json.WriteString("name", "images");
        json.WriteStartArray("links");
        WriteLink(json, "first", "{first}");
        WriteLink(json, "next", "{next}");
        WriteLink(json, "describedby", "{schema}");
        json.WriteEndArray();
        json.WriteStartObject("properties");
        WriteType(json, "schema", "string");
        WriteType(json, "first", "string");
        WriteType(json, "next", "string");
        json.WriteStartObject("images");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        WriteImage(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteImage(Utf8JsonWriter json)
    {
        json.WriteString("name", "image");
        json.WriteStartObject("properties");
        foreach (var field in ImageFieldKinds.Names) WriteType(json, field, ImageFieldKinds.TypeOf(field));
        json.WriteEndObject();
        // IMS writes this type with a capital letter.
        json.WriteStartObject("additionalProperties");
        json.WriteString("type", "String");
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, string field, string type)
    {
        json.WriteStartObject(field);
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, string relation, string reference)
    {
        json.WriteStartObject();
        json.WriteString("rel", relation);
        json.WriteString("href", reference);
        json.WriteEndObject();
    }
}
