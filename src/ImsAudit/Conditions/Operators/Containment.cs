using System.Text.Json;
using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary>What the <c>contains</c> family shares: an item of a list that equals, or else a part of the text.</summary>
internal static class Containment
{
    public const string Needs = "a list, or a text, number or boolean";

    public static Truth Test(FieldValue value, FieldValue wanted, StringComparison comparison)
    {
        if (value.Kind == ValueKind.List) return TestItems(value, wanted, comparison);
        if (comparison == StringComparison.OrdinalIgnoreCase && value.TryUtf8(out var utf8) && wanted.TryAscii(out var part)) return Truths.Of(AsciiText.Contains(utf8, part));
        return value.Text is { } text ? Truths.Of(text.Contains(wanted.Text!, comparison)) : Truth.Unknown;
    }

    private static Truth TestItems(FieldValue list, FieldValue wanted, StringComparison comparison)
    {
        var truth = Truth.False;
        var reader = new Utf8JsonReader(list.Span);
        reader.Read();
        while (truth != Truth.True && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = FieldValue.Take(ref reader, list.Json);
            if (!item.IsMissing) truth = truth.Or(ScalarValue.Equal(item, wanted, comparison));
        }
        return truth;
    }
}
