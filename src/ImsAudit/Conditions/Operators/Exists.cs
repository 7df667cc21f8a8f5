using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>exists</c>: a value is there and not null. Never unknown.</summary>
internal sealed class Exists(Operand<bool> operand) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "exists", Negation: null, OperandShape.Boolean,
        (parser, node) => parser.Parse(node, BooleanValue.Reader) is { } operand ? new Exists(operand) : null,
        "With true: the field is there and not null; with false: it is missing. Never unknown.",
        "true：字段存在且不为null；false：字段缺失。结果不会是未知。");

    public override string OperandText => operand.Text;

    public override string Needs => "nothing";

    public override string? OppositeOperandText => Presence.OppositeOf(operand);

    public override Truth TestMissing(in EvaluationContext context) => Presence.Test(operand, isSo: false, context);

    public override Truth Test(FieldValue value, in EvaluationContext context) => Presence.Test(operand, isSo: true, context);
}
