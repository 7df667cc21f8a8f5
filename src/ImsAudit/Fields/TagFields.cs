using System.Text.Json;
using ImsAudit.Images;

namespace ImsAudit.Fields;

/// <summary>
/// Tags as key and value. The API gives each tag as one text, <c>key=value</c> today and <c>key.value</c> before; native
/// tags have no value.
/// </summary>
internal static class TagFields
{
    private const string NotATagList = "tags is not a list of texts";

    /// <summary><c>@tagKeys</c>: of each tag the text before the first <c>=</c>, else before the first <c>.</c>, else all of it.</summary>
    public static FieldValue Keys(Image image) => Read(image) switch
    {
        { IsMissing: true } => FieldValue.Missing,
        var tags when TextsOf(tags) is { } texts => FieldValue.OfStrings(texts.Select(tag => TagText.Split(tag).Key)),
        _ => FieldValue.Unreadable(NotATagList),
    };

    /// <summary><c>@tag.KEY</c>: the rest of the first tag with that key; empty when there is none behind it.</summary>
    public static FieldValue ValueOf(Image image, string key)
    {
        var tags = Read(image);
        if (tags.IsMissing) return FieldValue.Missing;
        if (TextsOf(tags) is not { } texts) return FieldValue.Unreadable(NotATagList);
        foreach (var tag in texts)
            if (TagText.Split(tag) is var split && split.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
                return FieldValue.OfString(split.Value);
        return FieldValue.Missing;
    }

    private static List<string>? TextsOf(FieldValue tags)
    {
        if (tags.Kind != ValueKind.List) return null;
        var texts = new List<string>();
        foreach (var item in tags.Items())
        {
            if (item.Text is not { } text) return null;
            texts.Add(text);
        }
        return texts;
    }

    private static FieldValue Read(Image image)
    {
        var value = FieldValue.Missing;
        var reader = new Utf8JsonReader(image.Json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = reader.ValueTextEquals("tags"u8);
            reader.Read();
            if (wanted) value = FieldValue.Take(ref reader, image.Json);
            else reader.Skip();
        }
        return value;
    }
}
