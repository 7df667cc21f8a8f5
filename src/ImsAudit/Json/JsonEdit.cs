using System.Buffers;
using System.Text.Json;

namespace ImsAudit.Json;

/// <summary>Copies of a JSON tree in which one thing is changed; all else keeps its place in the file.</summary>
internal static class JsonEdit
{
    /// <summary>The tree with another node in place of one of its nodes.</summary>
    public static JsonNodeAt Replace(JsonNodeAt root, JsonNodeAt target, JsonNodeAt replacement)
    {
        if (ReferenceEquals(root, target)) return replacement;
        if (!target.Pointer.StartsWith(root.Pointer, StringComparison.Ordinal)) return root;
        return root.Kind switch
        {
            JsonKind.Object => WithMembers(root, root.Members.Select(member => member with { Value = Replace(member.Value, target, replacement) })),
            JsonKind.Array => WithItems(root, root.Items.Select(item => Replace(item, target, replacement))),
            _ => root,
        };
    }

    public static JsonNodeAt WithItems(JsonNodeAt list, IEnumerable<JsonNodeAt> items)
    {
        JsonNodeAt[] all = [.. items];
        var json = Write(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in all) writer.WriteRawValue(item.Json.Span, skipInputValidation: true);
            writer.WriteEndArray();
        });
        return new JsonNodeAt { Kind = JsonKind.Array, Pointer = list.Pointer, Position = list.Position, Json = json, Items = all };
    }

    public static JsonNodeAt WithMembers(JsonNodeAt node, IEnumerable<JsonMember> members)
    {
        JsonMember[] all = [.. members];
        var json = Write(writer =>
        {
            writer.WriteStartObject();
            foreach (var member in all)
            {
                writer.WritePropertyName(member.Name);
                writer.WriteRawValue(member.Value.Json.Span, skipInputValidation: true);
            }
            writer.WriteEndObject();
        });
        return new JsonNodeAt { Kind = JsonKind.Object, Pointer = node.Pointer, Position = node.Position, Json = json, Members = all };
    }

    public static JsonNodeAt WithMember(JsonNodeAt node, string name, JsonNodeAt value) =>
        WithMembers(node, [.. node.Members.Where(member => member.Name != name), new JsonMember(name, node.Position, value)]);

    public static JsonNodeAt Without(JsonNodeAt node, string name) => WithMembers(node, node.Members.Where(member => member.Name != name));

    public static JsonNodeAt Rename(JsonNodeAt node, JsonMember from, string to) =>
        WithMembers(node, node.Members.Select(member => member == from ? member with { Name = to } : member));

    /// <summary>A value that stands in no file, in the place of a node.</summary>
    public static JsonNodeAt Value(string json) => JsonFileParser.Parse(System.Text.Encoding.UTF8.GetBytes(json)).Root!;

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) write(writer);
        return buffer.WrittenMemory;
    }
}
