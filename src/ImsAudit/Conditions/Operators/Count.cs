using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>count</c>: the length of a list, held against a number. A missing list has the length 0.</summary>
internal sealed class Count(CountOperand operand) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "count", Negation: null, OperandShape.Count,
        (parser, node) => CountOperand.Parse(parser, node) is { } operand ? new Count(operand) : null,
        "The length of the list is the number, or as { \"atLeast\": n } and the like say. A missing list has the length 0.",
        "列表长度等于该数字，或满足{ \"atLeast\": n }等条件。字段缺失时长度为0。");

    public override string OperandText => operand.Text;

    public override string Needs => "a list";

    public override bool ReadsLists => true;

    public override Truth TestMissing(in EvaluationContext context) => operand.Test(0, context);

    public override Truth Test(FieldValue value, in EvaluationContext context) =>
        value.Kind == ValueKind.List ? operand.Test(value.CountItems(), context) : operand.TestNoList(context);
}
