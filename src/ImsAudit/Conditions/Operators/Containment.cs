using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary>What the <c>contains</c> family shares: an item of a list that equals, or else a part of the text.</summary>
internal static class Containment
{
    public const string Needs = "a list, or a text, number or boolean";

    public static Truth Test(FieldValue value, FieldValue wanted, StringComparison comparison)
    {
        if (value.Kind == ValueKind.List) return Truths.Any(value.Items(), item => item.IsMissing ? Truth.False : ScalarValue.Equal(item, wanted, comparison));
        return value.Text is { } text ? Truths.Of(text.Contains(wanted.Text!, comparison)) : Truth.Unknown;
    }
}
