using System.Text.Json;

namespace ImsAudit.Images;

/// <summary>
/// The few fields of an image that decide whose it is and what it is, read from its JSON in one pass.
/// A field that is missing, null, no string or no text (half a surrogate pair, bytes that are no UTF-8) is null here.
/// </summary>
public readonly record struct ImageHead(string? Id, string? Owner, string? ImageType, string? Visibility)
{
    /// <summary>It stands there more than once, so that nobody can tell which image it is; <see cref="Id"/> is the last.</summary>
    public bool RepeatsId { get; init; }

    /// <summary>Reads the head of one image.</summary>
    /// <exception cref="JsonException">The bytes are not one JSON object.</exception>
    public static ImageHead Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An image is a JSON object.");
        string? id = null, owner = null, imageType = null, visibility = null;
        var ids = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (IsNamed(ref reader, "id"u8)) (id, ids) = (ReadString(ref reader), ids + 1);
            else if (IsNamed(ref reader, "owner"u8)) owner = ReadString(ref reader);
            else if (IsNamed(ref reader, "__imagetype"u8)) imageType = ReadString(ref reader);
            else if (IsNamed(ref reader, "visibility"u8)) visibility = ReadString(ref reader);
            else reader.Skip();
        }
        if (reader.Read()) throw new JsonException("There is text behind the image.");
        return new ImageHead(id, owner, imageType, visibility) { RepeatsId = ids > 1 };
    }

    // The reader throws InvalidOperationException at a name or string that is no Unicode text ("\ud800"). Images are
    // hostile text: one such name must not stop a scan, and it is none of these names.
    private static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.ValueIsEscaped) return reader.ValueSpan.SequenceEqual(name);
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
