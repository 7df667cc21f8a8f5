using System.Globalization;
using System.Text.Json;

namespace ImsAudit.Simulator.Estates;

/// <summary>What listings ask of every image, read from its JSON in one pass.</summary>
internal struct ImageFacts
{
    public string Id;
    public string? Owner;
    public string? Visibility;
    public string? Status;
    public DateTimeOffset CreatedAt;
    public DateTimeOffset UpdatedAt;
    public bool IsRegistered;
    public bool IsHidden;

    public static ImageFacts Read(ReadOnlySpan<byte> json)
    {
        var facts = new ImageFacts { Id = "", IsRegistered = true };
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An image is a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // Most fields are none of those that are asked for: their length tells already.
            if (reader.ValueSpan.Length is 2 or 5 or 6 or 9 or 10 or 14 || reader.ValueIsEscaped) facts.Take(ref reader);
            else reader.Skip();
        }
        return facts.Id.Length > 0 ? facts : throw new JsonException("An image has an id.");
    }

    private void Take(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8)) Id = Text(ref reader) ?? "";
        else if (reader.ValueTextEquals("owner"u8)) Owner = Text(ref reader);
        else if (reader.ValueTextEquals("visibility"u8)) Visibility = Text(ref reader);
        else if (reader.ValueTextEquals("status"u8)) Status = Text(ref reader);
        else if (reader.ValueTextEquals("created_at"u8)) CreatedAt = Time(ref reader);
        else if (reader.ValueTextEquals("updated_at"u8)) UpdatedAt = Time(ref reader);
        else if (reader.ValueTextEquals("__isregistered"u8)) IsRegistered = !"false".Equals(Text(ref reader), StringComparison.OrdinalIgnoreCase);
        else if (reader.ValueTextEquals("os_hidden"u8)) IsHidden = "true".Equals(Text(ref reader), StringComparison.OrdinalIgnoreCase);
        else reader.Skip();
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) return reader.TokenType == JsonTokenType.True ? "true" : "false";
        reader.Skip();
        return null;
    }

    /// <summary>A time that is missing or cannot be read sorts as the oldest.</summary>
    private static DateTimeOffset Time(ref Utf8JsonReader reader)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var text = Text(ref reader);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time) ? time : default;
    }
}
