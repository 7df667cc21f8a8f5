using System.Text.Json;

namespace ImsAudit.Collection.Credentials;

/// <summary>Looking into JSON that may be anything.</summary>
internal static class Json
{
    /// <summary>The string member of an object; null when it is missing, empty, no string or not in an object.</summary>
    public static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The member of an object; undefined when there is none.</summary>
    public static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
