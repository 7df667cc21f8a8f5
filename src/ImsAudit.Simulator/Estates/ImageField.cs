using System.Text.Json;

namespace ImsAudit.Simulator.Estates;

/// <summary>Looks one field up in an image's JSON, without reading the rest into objects.</summary>
internal static class ImageField
{
    /// <summary>Moves to the value of a field; false when the image has no such field.</summary>
    public static bool TryFind(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, out Utf8JsonReader value)
    {
        value = new Utf8JsonReader(json);
        value.Read();
        while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
        {
            var found = value.ValueTextEquals(name);
            value.Read();
            if (found) return true;
            value.Skip();
        }
        return false;
    }

    /// <summary>A string's text; empty for anything else.</summary>
    public static string Text(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name) =>
        TryFind(json, name, out var value) && value.TokenType == JsonTokenType.String ? value.GetString()! : "";

    /// <summary>A whole number; 0 for anything else.</summary>
    public static long Number(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name) =>
        TryFind(json, name, out var value) && value.TokenType == JsonTokenType.Number && value.TryGetInt64(out var number) ? number : 0;
}
