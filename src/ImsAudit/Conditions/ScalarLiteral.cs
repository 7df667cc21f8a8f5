using System.Text;
using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions;

/// <summary>A policy's literal that many values are held against: what can be told of it beforehand is told once.</summary>
internal sealed class ScalarLiteral
{
    private readonly FieldValue _value;
    private readonly StringComparison _comparison;
    private readonly byte[]? _ascii;
    private readonly bool? _boolean;

    public ScalarLiteral(FieldValue value, StringComparison comparison)
    {
        (_value, _comparison) = (value, comparison);
        if (value.Kind == ValueKind.String && value.TryAscii(out var ascii)) _ascii = ascii.ToArray();
        if (value.Kind == ValueKind.Boolean) _boolean = BooleanValue.Read(value).Value;
    }

    /// <summary>The literal behind an operator; null when it is another field.</summary>
    public static ScalarLiteral? Of(Operand<FieldValue> operand, StringComparison comparison) =>
        operand is LiteralOperand<FieldValue> literal ? new ScalarLiteral(literal.Value, comparison) : null;

    /// <summary>The literals behind an operator; null when it is another field.</summary>
    public static ScalarLiteral[]? Of(Operand<IReadOnlyList<FieldValue>> operand, StringComparison comparison) =>
        operand is LiteralOperand<IReadOnlyList<FieldValue>> literal ? [.. literal.Value.Select(item => new ScalarLiteral(item, comparison))] : null;

    /// <summary>What <see cref="ScalarValue.Equal"/> says of a value beside it.</summary>
    public Truth Equal(FieldValue left)
    {
        if (_ascii is { } ascii && left.TryUtf8(out var text)) return Truths.Of(text.Length == ascii.Length && EqualTexts(text, ascii));
        if (_boolean is { } wanted && BooleanValue.Read(left) is var read) return read.IsRead ? Truths.Of(read.Value == wanted) : Truth.Unknown;
        return ScalarValue.Equal(left, _value, _comparison);
    }

    // Most texts that are equal are so to the letter.
    private bool EqualTexts(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ascii) =>
        text.SequenceEqual(ascii) || (_comparison == StringComparison.OrdinalIgnoreCase && Ascii.EqualsIgnoreCase(text, ascii));
}
