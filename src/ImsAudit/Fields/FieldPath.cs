using System.Text;
using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>Stepping into objects, and into strings that the catalogue says hold JSON, by <c>a.b</c>.</summary>
internal static class FieldPath
{
    /// <param name="property">The top-level property that <paramref name="value"/> stands in.</param>
    public static FieldValue Step(string property, FieldValue value, string rest)
    {
        if (value.Kind == ValueKind.String && FieldCatalogue.Shipped.TypeOf(property) == FieldType.Json) value = Embedded(value);
        return value.Kind == ValueKind.Object ? Find(value, rest) : FieldValue.Missing;
    }

    private static FieldValue Find(FieldValue target, string path)
    {
        var best = FieldValue.Missing;
        var rank = 0;
        var reader = new Utf8JsonReader(target.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = LoneSurrogates.ReadText(ref reader);
            reader.Read();
            var value = FieldValue.Take(ref reader, target.Json);
            if (name.Length < rank || !Leads(name, path)) continue;
            rank = name.Length;
            best = name.Length == path.Length ? value : StepInto(value, path[(name.Length + 1)..]);
        }
        return best;
    }

    private static FieldValue StepInto(FieldValue value, string rest) =>
        value.Kind == ValueKind.Object ? Find(value, rest) : FieldValue.Missing;

    private static bool Leads(string name, string path) =>
        path.StartsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[name.Length] == '.');

    private static FieldValue Embedded(FieldValue text)
    {
        var json = Encoding.UTF8.GetBytes(text.Text!.Trim());
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read()) return FieldValue.Missing;
            var value = FieldValue.Take(ref reader, json);
            return reader.Read() ? FieldValue.Missing : value;
        }
        catch (JsonException)
        {
            // Text that is not JSON: the language calls what is inside missing.
            return FieldValue.Missing;
        }
    }
}
