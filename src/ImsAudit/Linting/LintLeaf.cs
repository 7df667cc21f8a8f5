using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Linting;

/// <summary>A leaf about one field, which can be tried out on any value of it.</summary>
internal sealed class LintLeaf
{
    private readonly LintedPolicy _policy;
    private readonly Condition _compiled;

    private LintLeaf(LintedPolicy policy, JsonNodeAt node, JsonMember operation, Condition compiled)
    {
        (_policy, _compiled) = (policy, compiled);
        Node = node;
        Field = node.Find("field")!.Value.Text!;
        Operation = operation;
        Definition = OperatorTable.Find(operation.Name)!;
    }

    /// <summary>The moment that ages are tried out at; any would do.</summary>
    public static DateTimeOffset AsOf { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public JsonNodeAt Node { get; }

    public string Field { get; }

    /// <summary>The operator and its operand.</summary>
    public JsonMember Operation { get; }

    public OperatorDefinition Definition { get; }

    /// <summary>Written under the operator's negated name.</summary>
    public bool IsNegated => Operation.Name == Definition.Negation;

    public bool IsCaseSensitive => Node.Find(OperatorParser.CaseSensitive)?.Value.Boolean ?? false;

    /// <summary>The operand with parameters replaced: one value, or the items of a list.</summary>
    public IReadOnlyList<JsonNodeAt> Operands
    {
        get
        {
            var operand = _policy.Resolve(Operation.Value);
            return operand.Kind == JsonKind.Array ? [.. operand.Items.Select(_policy.Resolve)] : [operand];
        }
    }

    /// <summary>As it is written, for messages: <c>hw_firmware_type equals "uefi"</c>.</summary>
    public string Text => $"{Field} {Operation.Name} {JsonSketch.Of(_policy.Resolve(Operation.Value))}";

    public Truth Test(FieldValue value) => _compiled.Evaluate(new EvaluationContext([value], AsOf));

    /// <summary>Null when the condition is no leaf about a field, or needs another field or image to be told.</summary>
    public static LintLeaf? Of(LintedPolicy policy, JsonNodeAt node)
    {
        var operation = node.Members.FirstOrDefault(member => OperatorTable.Find(member.Name) is not null);
        if (operation is null || operation.Name == "refersTo" || node.Find("field") is null) return null;
        var (fields, mistakes) = (new FieldSet(), new Mistakes());
        var scope = new CompilationScope(fields, policy.References, mistakes) { Parameters = policy.Policy.ParameterValues };
        var compiled = ConditionParser.Parse(scope, node);
        return compiled is null || mistakes.All.Count > 0 || fields.Names.Count != 1 ? null : new LintLeaf(policy, node, operation, compiled);
    }
}
