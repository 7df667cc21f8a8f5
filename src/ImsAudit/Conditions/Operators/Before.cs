using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>before</c>, of UTC timestamps.</summary>
internal static class Before
{
    public static OperatorDefinition Definition { get; } = new(
        "before", Negation: null, OperandShape.Timestamp,
        (parser, node) => parser.Parse(node, Timestamp.Reader) is { } operand ? new Comparison<DateTimeOffset>(Timestamp.Reader, operand, (value, moment) => value < moment) : null,
        "The field is a UTC timestamp before it; a date means 00:00 UTC.",
        "字段为早于该时刻的UTC时间；日期表示UTC零点。");
}
