using ImsAudit.Fields;

namespace ImsAudit.Json;

/// <summary>Nodes for values that stand in no file, such as those of an option.</summary>
public static class JsonNodes
{
    public static JsonNodeAt OfString(string text) => Of(JsonKind.String, FieldValue.OfString(text));

    public static JsonNodeAt OfStrings(IReadOnlyList<string> texts)
    {
        var list = Of(JsonKind.Array, FieldValue.OfStrings(texts));
        return new JsonNodeAt { Kind = list.Kind, Pointer = "", Position = list.Position, Json = list.Json, Items = [.. texts.Select(OfString)] };
    }

    private static JsonNodeAt Of(JsonKind kind, FieldValue value) =>
        new() { Kind = kind, Pointer = "", Position = new TextPosition(1, 1), Json = value.Json };
}
