using System.Buffers;
using System.Text;
using System.Text.Json;
using ImsAudit.Fields;

namespace ImsAudit.Json;

/// <summary>Parses a JSON file that people wrote (comments and trailing commas are accepted) into nodes that know their place.</summary>
public sealed class JsonFileParser
{
    private const int MaxDepth = 256;
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly LineMap _lines;
    private readonly List<JsonMistake> _mistakes = [];

    private JsonFileParser(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        _lines = new LineMap(utf8);
    }

    /// <summary>Parses all of the text. The root is null when it is not JSON; duplicate members are mistakes too.</summary>
    public static (JsonNodeAt? Root, IReadOnlyList<JsonMistake> Mistakes) Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var parser = new JsonFileParser(utf8);
        return (parser.ParseRoot(), parser._mistakes);
    }

    private JsonNodeAt? ParseRoot()
    {
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MaxDepth };
        try
        {
            var reader = new Utf8JsonReader(_utf8.Span, options);
            reader.Read();
            var root = ParseValue(ref reader, "");
            reader.Read();
            return root;
        }
        catch (JsonException mistake)
        {
            var position = _lines.PositionOf((int)(mistake.LineNumber ?? 0), (int)(mistake.BytePositionInLine ?? 0));
            _mistakes.Add(new JsonMistake("", position, $"this is not valid JSON: {FirstSentence(mistake.Message)}"));
            return null;
        }
    }

    private JsonNodeAt ParseValue(ref Utf8JsonReader reader, string pointer)
    {
        var position = _lines.PositionOf((int)reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ParseObject(ref reader, pointer, position),
            JsonTokenType.StartArray => ParseArray(ref reader, pointer, position),
            _ => Leaf(FieldValue.Take(ref reader, _utf8), pointer, position),
        };
    }

    private static JsonNodeAt Leaf(FieldValue value, string pointer, TextPosition position) => new()
    {
        Kind = value.Kind switch
        {
            ValueKind.Null => JsonKind.Null,
            ValueKind.Boolean => JsonKind.Boolean,
            ValueKind.Number => JsonKind.Number,
            _ => JsonKind.String,
        },
        Pointer = pointer,
        Position = position,
        Json = value.Json,
    };

    private JsonNodeAt ParseArray(ref Utf8JsonReader reader, string pointer, TextPosition position)
    {
        var items = new List<JsonNodeAt>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ParseValue(ref reader, $"{pointer}/{items.Count}"));
        var json = Rewrite(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items) writer.WriteRawValue(item.Json.Span, skipInputValidation: true);
            writer.WriteEndArray();
        });
        return new JsonNodeAt { Kind = JsonKind.Array, Pointer = pointer, Position = position, Json = json, Items = items };
    }

    private JsonNodeAt ParseObject(ref Utf8JsonReader reader, string pointer, TextPosition position)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = _lines.PositionOf((int)reader.TokenStartIndex);
            var name = LoneSurrogates.ReadText(ref reader);
            var inner = $"{pointer}/{Escape(name)}";
            reader.Read();
            var member = new JsonMember(name, at, ParseValue(ref reader, inner));
            if (members.Find(earlier => earlier.Name == name) is { } first)
                _mistakes.Add(new JsonMistake(inner, at, $"the member \"{name}\" stands here a second time (first in line {first.Position.Line}): remove one of them"));
            else members.Add(member);
        }
        var json = Rewrite(writer =>
        {
            writer.WriteStartObject();
            foreach (var member in members)
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(member.Value.Json.Span, skipInputValidation: true);
            }
            writer.WriteEndObject();
        });
        return new JsonNodeAt { Kind = JsonKind.Object, Pointer = pointer, Position = position, Json = json, Members = members };
    }

    private static ReadOnlyMemory<byte> Rewrite(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return buffer.WrittenMemory;
    }

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string FirstSentence(string message)
    {
        // The reader's message ends in its own line and byte position, counted from 0; the mistake has its place already.
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
