using System.Text.Json;

namespace ImsAudit.Json;

/// <summary>Finds the line on which the value of a JSON pointer begins, for messages.</summary>
public static class JsonLine
{
    /// <returns>The line, the first being 1; null when nothing is at that place.</returns>
    public static long? Of(ReadOnlySpan<byte> json, string pointer)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read()) return null;
        foreach (var step in pointer.Split('/').Skip(1))
            if (!StepInto(ref reader, step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
                return null;
        return 1 + json[..(int)reader.TokenStartIndex].Count((byte)'\n');
    }

    // Leaves the reader on the value that the step names.
    private static bool StepInto(ref Utf8JsonReader reader, string step) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ToMember(ref reader, step),
        JsonTokenType.StartArray => int.TryParse(step, out var index) && ToItem(ref reader, index),
        _ => false,
    };

    private static bool ToMember(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found) return true;
            reader.Skip();
        }
        return false;
    }

    private static bool ToItem(ref Utf8JsonReader reader, int index)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0) return true;
            reader.Skip();
        }
        return false;
    }
}
