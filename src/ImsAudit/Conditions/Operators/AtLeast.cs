using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>atLeast</c>, of numbers and their texts.</summary>
internal static class AtLeast
{
    public static OperatorDefinition Definition { get; } = new(
        "atLeast", Negation: null, OperandShape.Number,
        (parser, node) => parser.Parse(node, Number.Reader) is { } operand ? new Comparison<Number>(Number.Reader, operand, Test) : null,
        "The field is a number equal to it or greater.",
        "字段为大于或等于该值的数字。");

    public static bool Test(Number value, Number operand) => value.CompareTo(operand) >= 0;
}
