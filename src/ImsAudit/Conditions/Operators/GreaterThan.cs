using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>greaterThan</c>, of numbers and their texts.</summary>
internal static class GreaterThan
{
    public static OperatorDefinition Definition { get; } = new(
        "greaterThan", Negation: null, OperandShape.Number,
        (parser, node) => parser.Parse(node, Number.Reader) is { } operand ? new Comparison<Number>(Number.Reader, operand, Test) : null,
        "The field is a number greater than it.",
        "字段为大于该值的数字。");

    public static bool Test(Number value, Number operand) => value.CompareTo(operand) > 0;
}
