using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>lessThan</c>, of numbers and their texts.</summary>
internal static class LessThan
{
    public static OperatorDefinition Definition { get; } = new(
        "lessThan", Negation: null, OperandShape.Number,
        (parser, node) => parser.Parse(node, Number.Reader) is { } operand ? new Comparison<Number>(Number.Reader, operand, Test) : null,
        "The field is a number less than it.",
        "字段为小于该值的数字。");

    public static bool Test(Number value, Number operand) => value.CompareTo(operand) < 0;
}
