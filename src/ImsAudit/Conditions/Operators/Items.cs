using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Conditions.Operators;

/// <summary><c>anyItem</c> and <c>everyItem</c>: some, or every, item of a list fulfils an operator.</summary>
internal sealed class Items(OperatorUse use, bool every) : Operator
{
    public static OperatorDefinition AnyItem { get; } = new(
        "anyItem", Negation: null, OperandShape.Item,
        (parser, node) => OperatorParser.ParseItem(parser, node) is { } use ? new Items(use, every: false) : null,
        "Some item of the list fulfils the operator.",
        "列表中至少有一项满足该条件。");

    public static OperatorDefinition EveryItem { get; } = new(
        "everyItem", Negation: null, OperandShape.Item,
        (parser, node) => OperatorParser.ParseItem(parser, node) is { } use ? new Items(use, every: true) : null,
        "Every item of the list fulfils the operator; true of the empty list.",
        "列表中每一项都满足该条件；空列表为真。");

    public override string OperandText => use.Describe();

    public override string Needs => "a list";

    public override bool ReadsLists => true;

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        if (value.Kind != ValueKind.List) return Truth.Unknown;
        var at = context;
        Truth Fulfils(FieldValue item) => use.Test(item, at);
        return every ? Truths.All(value.Items(), Fulfils) : Truths.Any(value.Items(), Fulfils);
    }
}
