using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>in</c>: equals any item of the operand.</summary>
internal sealed class InList(Operand<IReadOnlyList<FieldValue>> operand, StringComparison comparison) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "in", "notIn", OperandShape.List,
        (parser, node) => parser.ParseList(node, splitting: false) is { } operand ? new InList(operand, parser.TextComparison) : null,
        "The field equals any item of the list.",
        "字段等于列表中的任意一项。");

    private readonly ScalarLiteral[]? _literals = ScalarLiteral.Of(operand, comparison);

    public override string OperandText => operand.Text;

    public override string Needs => ScalarValue.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        if (_literals is not null) return value.IsScalar ? EqualsAny(value, _literals) : Truth.Unknown;
        var items = operand.Read(context);
        if (items.IsMissing) return Truth.False;
        // A list or an object is unknown also beside an empty list: it must never pass quietly.
        return items.IsRead && value.IsScalar ? EqualsAny(value, items.Value) : Truth.Unknown;
    }

    private static Truth EqualsAny(FieldValue value, ScalarLiteral[] items)
    {
        var truth = Truth.False;
        for (var i = 0; i < items.Length && truth != Truth.True; i++) truth = truth.Or(items[i].Equal(value));
        return truth;
    }

    private Truth EqualsAny(FieldValue value, IReadOnlyList<FieldValue> items)
    {
        var truth = Truth.False;
        for (var i = 0; i < items.Count && truth != Truth.True; i++) truth = truth.Or(ScalarValue.Equal(value, items[i], comparison));
        return truth;
    }
}
