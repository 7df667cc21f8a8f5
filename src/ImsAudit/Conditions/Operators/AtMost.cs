using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>atMost</c>, of numbers and their texts.</summary>
internal static class AtMost
{
    public static OperatorDefinition Definition { get; } = new(
        "atMost", Negation: null, OperandShape.Number,
        (parser, node) => parser.Parse(node, Number.Reader) is { } operand ? new Comparison<Number>(Number.Reader, operand, Test) : null,
        "The field is a number equal to it or less.",
        "字段为小于或等于该值的数字。");

    public static bool Test(Number value, Number operand) => value.CompareTo(operand) <= 0;
}
