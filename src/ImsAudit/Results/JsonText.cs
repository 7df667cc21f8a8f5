using System.Text.Json;

namespace ImsAudit.Results;

/// <summary>One JSON value as text, kept as it was received. It is valid JSON by construction.</summary>
public readonly record struct JsonText
{
    private readonly string? _raw;

    private JsonText(string raw) => _raw = raw;

    public static JsonText Null => default;

    /// <summary>The value as JSON.</summary>
    public string Raw => _raw ?? "null";

    public bool IsNull => _raw is null or "null";

    /// <exception cref="JsonException">The bytes are not one JSON value.</exception>
    public static JsonText Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return Of(document.RootElement);
    }

    public static JsonText Of(JsonElement element) => new(element.GetRawText());

    public static JsonText OfString(string text) => new($"\"{JsonEncodedText.Encode(text)}\"");

    public static JsonText OfBoolean(bool value) => new(value ? "true" : "false");

    public static JsonText OfNumber(long value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>For people: a string without its quotes, anything else as JSON. Not encoded for any output.</summary>
    public string Display
    {
        get
        {
            if (IsNull) return "null";
            using var document = JsonDocument.Parse(Raw);
            return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString()! : Raw;
        }
    }

    public override string ToString() => Raw;
}
