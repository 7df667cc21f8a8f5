using System.Text.Json;

namespace ImsAudit.Simulator.Samples;

/// <summary>A value of an image's field on its way to JSON.</summary>
internal readonly record struct FieldValue(JsonValueKind Kind, object? Content, long Number)
{
    public static FieldValue Of(string? text) => new(text is null ? JsonValueKind.Null : JsonValueKind.String, text, 0);

    public static FieldValue Of(long number) => new(JsonValueKind.Number, null, number);

    public static FieldValue Of(bool flag) => new(flag ? JsonValueKind.True : JsonValueKind.False, null, 0);

    public static FieldValue Of(IReadOnlyList<string> items) => new(JsonValueKind.Array, items, 0);

    public string? Text => Content as string;

    public void WriteTo(Utf8JsonWriter json)
    {
        switch (Kind)
        {
            case JsonValueKind.String: json.WriteStringValue(Text); break;
            case JsonValueKind.Number: json.WriteNumberValue(Number); break;
            case JsonValueKind.True or JsonValueKind.False: json.WriteBooleanValue(Kind == JsonValueKind.True); break;
            case JsonValueKind.Array: WriteItems(json); break;
            default: json.WriteNullValue(); break;
        }
    }

    private void WriteItems(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in (IReadOnlyList<string>)Content!) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
