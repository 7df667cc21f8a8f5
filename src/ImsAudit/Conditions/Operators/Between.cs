using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>between</c>: a number from low to high, both inclusive.</summary>
internal sealed class Between(Operator low, Operator high) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "between", Negation: null, OperandShape.Range, Create,
        "The field is a number from the first to the second, both inclusive.",
        "字段为介于两个数之间的数字，含两端。");

    public override string OperandText => $"[{low.OperandText}, {high.OperandText}]";

    public override string Needs => low.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context) => low.Test(value, context).And(high.Test(value, context));

    private static Between? Create(OperandParser parser, JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Array || node.Items.Count != 2)
        {
            parser.Scope.Note(node, $"expected a list of two numbers [low, high], found {node.Describe()}");
            return null;
        }
        var low = AtLeast.Definition.Create(parser, node.Items[0]);
        var high = AtMost.Definition.Create(parser, node.Items[1]);
        return low is null || high is null ? null : new Between(low, high);
    }
}
