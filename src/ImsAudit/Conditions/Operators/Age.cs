using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>olderThan</c> and <c>newerThan</c>: a timestamp before, or after, the moment that lies a duration before asOf.</summary>
internal sealed class Age(Operand<TimeSpan> operand, bool older) : Operator
{
    public static OperatorDefinition OlderThan { get; } = new(
        "olderThan", Negation: null, OperandShape.Duration,
        (parser, node) => parser.Parse(node, Duration.Reader) is { } operand ? new Age(operand, older: true) : null,
        "The field is a UTC timestamp before asOf minus the duration.",
        "字段为早于“基准时间减去时长”的UTC时间。");

    public static OperatorDefinition NewerThan { get; } = new(
        "newerThan", Negation: null, OperandShape.Duration,
        (parser, node) => parser.Parse(node, Duration.Reader) is { } operand ? new Age(operand, older: false) : null,
        "The field is a UTC timestamp after asOf minus the duration.",
        "字段为晚于“基准时间减去时长”的UTC时间。");

    public override string OperandText => operand.Text;

    public override string Needs => Timestamp.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        var duration = operand.Read(context);
        if (duration.IsMissing) return Truth.False;
        var time = Timestamp.Reader.Read(value);
        if (!duration.IsRead || !time.IsRead) return Truth.Unknown;
        // Not "value < asOf - duration": that moment may lie before the first that there is.
        var age = context.AsOf - time.Value;
        return Truths.Of(older ? age > duration.Value : age < duration.Value);
    }
}
