using System.Text.Json;

namespace ImsAudit.Collection.Walking;

/// <summary>When an image was created, as it says itself: where it stands in the server's order, newest first.</summary>
internal static class CreationTime
{
    /// <summary>Whole seconds since 1970, as the API's filter counts; null when <c>created_at</c> is missing or no ISO 8601 time.</summary>
    /// <param name="json">One JSON object.</param>
    public static long? Of(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = !reader.ValueIsEscaped && reader.ValueTextEquals("created_at"u8);
            reader.Read();
            if (isIt) return Read(ref reader);
            reader.Skip();
        }
        return null;
    }

    private static long? Read(ref Utf8JsonReader value) =>
        value.TokenType == JsonTokenType.String && !value.ValueIsEscaped && value.TryGetDateTimeOffset(out var time) ? time.ToUnixTimeSeconds() : null;
}
