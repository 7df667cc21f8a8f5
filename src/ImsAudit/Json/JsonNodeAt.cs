using System.Text;
using ImsAudit.Fields;

namespace ImsAudit.Json;

/// <summary>One value of a JSON file that people wrote, with its place, so that a mistake can be shown where it stands.</summary>
public sealed class JsonNodeAt
{
    public required JsonKind Kind { get; init; }

    /// <summary>The JSON pointer (RFC 6901) from the file's root; the root's is empty.</summary>
    public required string Pointer { get; init; }

    public required TextPosition Position { get; init; }

    /// <summary>The value as JSON, without comments and trailing commas.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>An object's members in their order.</summary>
    public IReadOnlyList<JsonMember> Members { get; init; } = [];

    /// <summary>An array's items.</summary>
    public IReadOnlyList<JsonNodeAt> Items { get; init; } = [];

    /// <summary>A string's text; null for other kinds.</summary>
    public string? Text => Kind == JsonKind.String ? Value.Text : null;

    public bool? Boolean => Kind == JsonKind.Boolean ? Json.Span[0] == (byte)'t' : null;

    public FieldValue Value => FieldValue.OfJson(Json);

    public JsonMember? Find(string name) => Members.FirstOrDefault(member => member.Name == name);

    /// <summary>For messages: the kind, and the value where it is short.</summary>
    public string Describe()
    {
        var json = Encoding.UTF8.GetString(Json.Span);
        return Kind switch
        {
            JsonKind.Null => "null",
            JsonKind.Array => $"a list of {Items.Count}",
            JsonKind.Object => "an object",
            JsonKind.String => $"the text {Shorten(json)}",
            _ => $"{Kind.ToString().ToLowerInvariant()} {Shorten(json)}",
        };
    }

    private static string Shorten(string json) => json.Length <= 60 ? json : $"{json[..57]}…";
}

/// <summary>One member of an object.</summary>
/// <param name="Position">Where its name stands.</param>
public sealed record JsonMember(string Name, TextPosition Position, JsonNodeAt Value);
