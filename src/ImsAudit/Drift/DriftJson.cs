using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Drift;

/// <summary>
/// The report as JSON: <c>{ "schema": "imsaudit/drift/1", "complete": true|false|null, "notes", "images", "fields":
/// [ { "name", "images", "example", "firstImageId" } ], "values": [ { "field", "value", "images", "firstImageId" } ] }</c>.
/// </summary>
public static class DriftJson
{
    public const string Schema = "imsaudit/drift/1";

    public static void Write(Stream stream, DriftReport report)
    {
        using var writer = new Utf8JsonWriter(stream, SafeJson.Indented);
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        if (report.Completeness == Completeness.NotKnown) writer.WriteNull("complete");
        else writer.WriteBoolean("complete", report.Completeness == Completeness.Complete);
        writer.WriteTexts("notes", report.Notes);
        writer.WriteNumber("images", report.Images);
        writer.WriteStartArray("fields");
        foreach (var field in report.Fields) Write(writer, field);
        writer.WriteEndArray();
        writer.WriteStartArray("values");
        foreach (var value in report.Values) Write(writer, value);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UnknownField field)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        writer.WriteNumber("images", field.Images);
        writer.WriteString("example", field.Example);
        writer.WriteString("firstImageId", field.FirstImageId);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, UnknownValue value)
    {
        writer.WriteStartObject();
        writer.WriteString("field", value.Field);
        writer.WriteString("value", value.Value);
        writer.WriteNumber("images", value.Images);
        writer.WriteString("firstImageId", value.FirstImageId);
        writer.WriteEndObject();
    }
}
