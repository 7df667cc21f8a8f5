using System.Text.Json;

namespace ImsAudit.Json;

/// <summary>Writes lists of texts.</summary>
public static class JsonLists
{
    public static void WriteTexts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
