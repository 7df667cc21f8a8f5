using System.Buffers;
using System.Text;
using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Results;

/// <summary>
/// One JSON value as text, valid by construction, and always in the one form that results are written in: no white space,
/// numbers as they were received, strings escaped by <see cref="SafeJson.Encoder"/>. So a value is the same, and looks the
/// same in a report, before it is written and after it is read back.
/// </summary>
public readonly record struct JsonText
{
    private readonly string? _raw;

    private JsonText(string raw) => _raw = raw == "null" ? null : raw;

    public static JsonText Null => default;

    /// <summary>The value as JSON.</summary>
    public string Raw => _raw ?? "null";

    public bool IsNull => _raw is null;

    /// <exception cref="JsonException">The bytes are not one JSON value.</exception>
    public static JsonText Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return Of(document.RootElement);
    }

    public static JsonText Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => OfString(JsonStrings.Read(element)),
        JsonValueKind.Object or JsonValueKind.Array => new JsonText(Compact(element)),
        _ => new JsonText(element.GetRawText()),
    };

    public static JsonText OfString(string text) => new($"\"{JsonEncodedText.Encode(text, SafeJson.Encoder)}\"");

    public static JsonText OfBoolean(bool value) => new(value ? "true" : "false");

    public static JsonText OfNumber(long value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>For people: a string without its quotes, anything else as JSON. Not encoded for any output.</summary>
    public string Display
    {
        get
        {
            if (_raw is null || _raw[0] != '"') return Raw;
            if (!_raw.Contains('\\', StringComparison.Ordinal)) return _raw[1..^1];
            using var document = JsonDocument.Parse(_raw);
            return document.RootElement.GetString()!;
        }
    }

    public override string ToString() => Raw;

    private static string Compact(JsonElement element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, SafeJson.OneLine)) Write(writer, element);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Not JsonElement.WriteTo, which throws at half a surrogate pair. The nesting is bounded by the parser's MaxDepth.
    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    writer.WritePropertyName(JsonStrings.Name(member));
                    Write(writer, member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(JsonStrings.Read(element));
                break;
            default:
                writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
                break;
        }
    }
}
