using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>containsAll</c> and <c>containsAny</c>: <c>contains</c> for all, or for any, of a list.</summary>
internal sealed class ContainsMany(Operand<IReadOnlyList<FieldValue>> operand, StringComparison comparison, bool all) : Operator
{
    public static OperatorDefinition All { get; } = new(
        "containsAll", Negation: null, OperandShape.List,
        (parser, node) => parser.ParseList(node, splitting: true) is { } operand ? new ContainsMany(operand, parser.TextComparison, all: true) : null,
        "The field contains every item of the list.",
        "字段包含列表中的每一项。");

    public static OperatorDefinition Any { get; } = new(
        "containsAny", Negation: null, OperandShape.List,
        (parser, node) => parser.ParseList(node, splitting: true) is { } operand ? new ContainsMany(operand, parser.TextComparison, all: false) : null,
        "The field contains at least one item of the list.",
        "字段至少包含列表中的一项。");

    public override string OperandText => operand.Text;

    public override string Needs => Containment.Needs;

    public override bool ReadsLists => true;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        var items = operand.Read(context);
        if (items.IsMissing) return Truth.False;
        // What has neither items nor text is unknown also beside an empty list: it must never pass quietly.
        if (!items.IsRead || (value.Kind != ValueKind.List && !value.IsScalar)) return Truth.Unknown;
        Truth Holds(FieldValue item) => Containment.Test(value, item, comparison);
        return all ? Truths.All(items.Value, Holds) : Truths.Any(items.Value, Holds);
    }
}
