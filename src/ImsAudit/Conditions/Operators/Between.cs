using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>between</c>: a number from low to high, both inclusive.</summary>
internal sealed class Between(Operand<Number> low, Operand<Number> high) : Operator
{
    public static OperatorDefinition Definition { get; } = new(
        "between", Negation: null, OperandShape.Range, Create,
        "The field is a number from the first to the second, both inclusive.",
        "字段为介于两个数之间的数字，含两端。");

    public override string OperandText => $"[{low.Text}, {high.Text}]";

    public override string Needs => Number.Reader.Needs;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        var (from, to) = (low.Read(context), high.Read(context));
        if (from.IsMissing || to.IsMissing) return Truth.False;
        var number = Number.Reader.Read(value);
        if (!from.IsRead || !to.IsRead || !number.IsRead) return Truth.Unknown;
        return Truths.Of(AtLeast.Test(number.Value, from.Value) && AtMost.Test(number.Value, to.Value));
    }

    private static Between? Create(OperandParser parser, JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Array || node.Items.Count != 2)
        {
            parser.Scope.Note(node, $"expected a list of two numbers [low, high], found {node.Describe()}");
            return null;
        }
        var low = parser.Parse(node.Items[0], Number.Reader);
        var high = parser.Parse(node.Items[1], Number.Reader);
        return low is null || high is null ? null : new Between(low, high);
    }
}
