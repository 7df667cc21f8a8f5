using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;
using ImsAudit.Wording;

namespace ImsAudit.Conditions.Operators;

/// <summary>
/// <c>refersTo</c>: some image of the same cloud and region whose <c>by</c> field has this value fulfils a condition.
/// Not found is false only where everything was seen.
/// </summary>
internal sealed class RefersTo(ReferenceQuery query, Condition where) : Operator
{
    private static readonly string[] Names = ["by", "where"];

    public static OperatorDefinition Definition { get; } = new(
        "refersTo", Negation: null, OperandShape.Reference, Create,
        "Some image of the same cloud and region whose field \"by\" (id when not given) has this value fulfils \"where\". Unknown when it was not found and may not have been seen.",
        "同一云和区域中，存在by字段（默认id）等于该值且满足where条件的镜像。未找到且清单可能不完整时为未知。");

    public override string OperandText => $"an image by {query.By}";

    public override string Needs => "a text, and the image that it names to have been seen, or every category to have been collected completely";

    public override Truth Test(FieldValue value, in EvaluationContext context)
    {
        if (value.Text is not { } text || context.Estate is not { } estate) return Truth.Unknown;
        var found = estate.Find(query, context.Scope, text);
        var judged = context;
        var truth = Truths.Any(found, values => where.Evaluate(judged with { Values = values, Outer = judged.Outer ?? judged.Values }));
        // An id names one image: once that is found, no other can be missed. Other fields may name one that was not seen.
        var decided = truth != Truth.False || !estate.MayMiss || (query.By == "id" && found.Count > 0);
        return decided ? truth : Truth.Unknown;
    }

    private static RefersTo? Create(OperandParser parser, JsonNodeAt node)
    {
        if (node.Kind != JsonKind.Object)
        {
            parser.Scope.Note(node, $"expected {{ \"by\": field, \"where\": condition }}, found {node.Describe()}");
            return null;
        }
        var unknown = node.Members.Where(member => !Names.Contains(member.Name)).ToList();
        foreach (var member in unknown)
            parser.Scope.Note(member, $"unknown member \"{member.Name}\"{NearestName.Suggest(member.Name, Names)} (valid: {string.Join(", ", Names)})");
        var inner = parser.Scope.Inner();
        var by = node.Find("by")?.Value;
        var bySlot = inner.SlotOf(by ?? JsonNodes.OfString("id"));
        var where = node.Find("where") is { } condition ? ConditionParser.Parse(inner, condition.Value) : new Constant(true);
        if (bySlot is not { } slot || where is null || unknown.Count > 0) return null;
        var query = new ReferenceQuery(by?.Text ?? "id", slot, inner.Slots);
        parser.Scope.Add(query);
        return new RefersTo(query, where);
    }
}
