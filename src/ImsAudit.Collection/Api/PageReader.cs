using System.Text.Json;
using System.Text.Unicode;
using ImsAudit.Images;

namespace ImsAudit.Collection.Api;

/// <summary>Reads a page of <c>GET /v2/images</c> (API page, section 响应消息) or a list like it. Anything that is not exactly that throws.</summary>
internal static class PageReader
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 64 };

    /// <param name="linked">Where <c>next</c> may point to; null for a list without links, in which nothing is read of it.</param>
    /// <exception cref="MalformedPageException">The body is no page.</exception>
    public static ImagePage Read(ReadOnlyMemory<byte> body, ApiEndpoint? linked)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        if (!Utf8.IsValid(body.Span)) throw new MalformedPageException("is not valid UTF-8");
        try
        {
            return ReadObject(body, linked);
        }
        catch (JsonException notJson)
        {
            throw new MalformedPageException($"is not valid JSON, or was cut short ({notJson.Message})");
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that a string holds half a surrogate pair.
            throw new MalformedPageException("holds a string that is no text");
        }
    }

    private static ImagePage ReadObject(ReadOnlyMemory<byte> body, ApiEndpoint? linked)
    {
        var reader = new Utf8JsonReader(body.Span, Strict);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new MalformedPageException("is JSON, but no object");
        List<ReceivedImage>? images = null;
        (bool Seen, string? Marker) next = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("images"u8)) images = images is null ? ReadImages(ref reader, body) : throw new MalformedPageException("holds \"images\" twice");
            else if (linked is not null && reader.ValueTextEquals("next"u8)) next = next.Seen ? throw new MalformedPageException("holds \"next\" twice") : (true, ReadNext(ref reader, linked));
            else reader.Skip();
        }
        if (reader.Read()) throw new MalformedPageException("goes on behind its JSON object");
        return new ImagePage(images ?? throw new MalformedPageException("is JSON, but holds no \"images\""), next.Marker);
    }

    private static List<ReceivedImage> ReadImages(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray) throw new MalformedPageException("is JSON, but its \"images\" is no array");
        var images = new List<ReceivedImage>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new MalformedPageException($"holds an image (number {images.Count + 1} of its page) that is no JSON object");
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            images.Add(ReadImage(body[start..(int)reader.BytesConsumed], images.Count + 1));
        }
        return images;
    }

    private static ReceivedImage ReadImage(ReadOnlyMemory<byte> json, int number)
    {
        var head = ImageHead.Read(json.Span);
        if (head.RepeatsId) throw new MalformedPageException($"holds an image (number {number} of its page) with more than one \"id\"");
        return string.IsNullOrEmpty(head.Id)
            ? throw new MalformedPageException($"holds an image (number {number} of its page) without an id")
            : new ReceivedImage(head, OneLine.Of(json));
    }

    private static string? ReadNext(ref Utf8JsonReader reader, ApiEndpoint endpoint)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.String) throw new MalformedPageException("is JSON, but its \"next\" is no string");
        var next = reader.GetString()!;
        return NextLink.Marker(next, endpoint, out var refusal)
            ?? throw new MalformedPageException($"names a \"next\" page that {refusal}: \"{next}\"");
    }
}
