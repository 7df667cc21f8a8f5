using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>equals</c>: the same value; the operand's kind says how the field is read.</summary>
internal sealed class EqualTo(Operand<FieldValue> operand, StringComparison comparison) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "equals", "notEquals", OperandShape.Scalar,
        (parser, node) => parser.Parse(node, ScalarValue.Reader) is { } operand ? new EqualTo(operand, parser.TextComparison) : null,
        "The field has this value. Beside true or false it must be a boolean or its text; beside a number a number or its text.",
        "字段等于该值。与布尔值比较时须为布尔值或其文本，与数字比较时须为数字或其文本。");

    private readonly ScalarLiteral? _literal = ScalarLiteral.Of(operand, comparison);

    public override string OperandText => operand.Text;

    public override string Needs => operand is LiteralOperand<FieldValue> { Value: var right } ? ScalarValue.NeedsBeside(right.Kind) : ScalarValue.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        if (_literal is not null) return _literal.Equal(value);
        var right = operand.Read(context);
        if (right.IsMissing) return Truth.False;
        return right.IsRead ? ScalarValue.Equal(value, right.Value, comparison) : Truth.Unknown;
    }
}
