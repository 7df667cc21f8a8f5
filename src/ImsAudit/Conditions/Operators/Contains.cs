using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>contains</c>: one item of the list equals, or the text holds it.</summary>
internal sealed class Contains(Operand<FieldValue> operand, StringComparison comparison) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "contains", "notContains", OperandShape.Scalar,
        (parser, node) => parser.Parse(node, ScalarValue.Reader) is { } operand ? new Contains(operand, parser.TextComparison) : null,
        "One item of the list or comma list equals it; else the field's text holds it.",
        "列表或逗号列表中有一项等于该值；否则字段文本包含该值。");

    public override string OperandText => operand.Text;

    public override string Needs => Containment.Needs;

    public override bool ReadsLists => true;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        var wanted = operand.Read(context);
        if (wanted.IsMissing) return Truth.False;
        return wanted.IsRead ? Containment.Test(value, wanted.Value, comparison) : Truth.Unknown;
    }
}
