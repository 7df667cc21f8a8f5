using System.Text;
using System.Text.Json;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Listings;

/// <summary>
/// <c>field=value</c>: the field is there and equal. A field that no image has is no error: nothing is returned.
/// (<c>ims-api.md</c>, 1.1: unknown parameters are property filters.)
/// </summary>
internal static class FieldFilter
{
    public static ImageFilter Equal(string field, string value, SimulatorMode mode)
    {
        var name = Encoding.UTF8.GetBytes(field);
        if (mode == SimulatorMode.Ims && bool.TryParse(value, out var wanted))
            return image => ImageField.TryFind(image.Json.Span, name, out var found) && Truth(ref found) == wanted;
        var bytes = Encoding.UTF8.GetBytes(value);
        return image => ImageField.TryFind(image.Json.Span, name, out var found) && IsEqual(ref found, bytes);
    }

    /// <summary><c>in:a,b</c>: the field has one of the values.</summary>
    public static ImageFilter OneOf(string field, IReadOnlyList<string> values)
    {
        var filters = values.Select(value => Equal(field, value, SimulatorMode.Glance)).ToArray();
        return image => Array.Exists(filters, filter => filter(image));
    }

    private static bool IsEqual(ref Utf8JsonReader found, byte[] value) => found.TokenType switch
    {
        JsonTokenType.String => found.ValueTextEquals(value),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => found.ValueSpan.SequenceEqual(value),
        _ => false,
    };

    /// <summary>IMS keeps its booleans as "true", "True" and true.</summary>
    private static bool? Truth(ref Utf8JsonReader found) => found.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when bool.TryParse(found.GetString(), out var truth) => truth,
        _ => null,
    };
}
