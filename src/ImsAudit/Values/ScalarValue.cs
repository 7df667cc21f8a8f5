using System.Text;
using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>A boolean, number or text, and what makes two of them equal.</summary>
internal static class ScalarValue
{
    public static ValueReader<FieldValue> Reader { get; } = new(
        "a text, number or boolean",
        "a text, number, true or false",
        value => value.IsScalar ? Reading<FieldValue>.Of(value) : Reading<FieldValue>.Unreadable,
        node => node.Kind is JsonKind.Boolean or JsonKind.Number or JsonKind.String ? Reading<FieldValue>.Of(node.Value) : Reading<FieldValue>.Unreadable);

    /// <summary>The kind of the right side says how the left is read.</summary>
    public static Truth Equal(FieldValue left, FieldValue right, StringComparison comparison) => right.Kind switch
    {
        ValueKind.Boolean => Compare(BooleanValue.Read(left), BooleanValue.Read(right), static (a, b) => a == b),
        ValueKind.Number => Compare(Number.Read(left), Number.Read(right), static (a, b) => a.CompareTo(b) == 0),
        _ => EqualTexts(left, right, comparison),
    };

    /// <summary>For messages: what the left side must be beside this right side.</summary>
    public static string NeedsBeside(ValueKind right) => right switch
    {
        ValueKind.Boolean => BooleanValue.Reader.Needs,
        ValueKind.Number => Number.Reader.Needs,
        _ => Reader.Needs,
    };

    private static Truth EqualTexts(FieldValue left, FieldValue right, StringComparison comparison)
    {
        // Beside ASCII nothing but ASCII is equal, whatever the case (a test holds that), and what is no UTF-8 neither.
        if (left.TryUtf8(out var a) && right.TryAscii(out var b))
            return Truths.Of(comparison == StringComparison.OrdinalIgnoreCase ? Ascii.EqualsIgnoreCase(a, b) : a.SequenceEqual(b));
        return left.Text is { } one && right.Text is { } other ? Truths.Of(one.Equals(other, comparison)) : Truth.Unknown;
    }

    private static Truth Compare<T>(Reading<T> left, Reading<T> right, Func<T, T, bool> test) =>
        left.IsRead && right.IsRead ? Truths.Of(test(left.Value, right.Value)) : Truth.Unknown;
}
