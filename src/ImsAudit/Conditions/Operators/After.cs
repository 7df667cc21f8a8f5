using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>after</c>, of UTC timestamps.</summary>
internal static class After
{
    public static OperatorDefinition Definition { get; } = new(
        "after", Negation: null, OperandShape.Timestamp,
        (parser, node) => parser.Parse(node, Timestamp.Reader) is { } operand ? new Comparison<DateTimeOffset>(Timestamp.Reader, operand, (value, moment) => value > moment) : null,
        "The field is a UTC timestamp after it; a date means 00:00 UTC.",
        "字段为晚于该时刻的UTC时间；日期表示UTC零点。");
}
