using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.References;

namespace ImsAudit.Linting;

/// <summary>A policy as it is written, taken apart.</summary>
internal sealed class LintedPolicy
{
    private readonly Dictionary<JsonNodeAt, LintLeaf?> _leaves = [];

    public LintedPolicy(Policy policy, ReferenceData references)
    {
        Policy = policy;
        References = references;
        Conditions = [.. Roots().SelectMany(ConditionSyntax.All)];
        foreach (var condition in Conditions) _leaves[condition] = LintLeaf.Of(this, condition);
    }

    public Policy Policy { get; }

    public ReferenceData References { get; }

    /// <summary>Every condition of the policy: branches, leaves, literals.</summary>
    public IReadOnlyList<JsonNodeAt> Conditions { get; }

    /// <summary>The leaves about a field that can be tested by themselves.</summary>
    public IEnumerable<LintLeaf> Leaves => _leaves.Values.OfType<LintLeaf>();

    public JsonNodeAt? Member(string name) => Policy.Source.Find(name)?.Value;

    /// <summary>The leaf that a condition is; null for all else, and for a leaf that needs more than one field to be told.</summary>
    public LintLeaf? LeafAt(JsonNodeAt condition) => _leaves.GetValueOrDefault(condition);

    public IReadOnlyList<Demand> Demands(JsonNodeAt condition, bool wanted) =>
    [
        .. ConditionSyntax.Demands(condition, wanted)
            .Where(demand => LeafAt(demand.Leaf) is not null)
            .Select(demand => new Demand(LeafAt(demand.Leaf)!, demand.Wanted)),
    ];

    /// <summary>A parameter's value in place of <c>{ "param": name }</c>; anything else as it is.</summary>
    public JsonNodeAt Resolve(JsonNodeAt node) => node is { Kind: JsonKind.Object, Members: [{ Name: "param", Value.Text: { } name }] }
        ? Policy.ParameterValues.GetValueOrDefault(name) ?? node
        : node;

    public LintFinding Error(JsonNodeAt node, string message) => LintFinding.Error(Policy.File, node, message);

    public LintFinding Warning(JsonNodeAt node, string message) => LintFinding.Warning(Policy.File, node, message);

    private IEnumerable<JsonNodeAt> Roots()
    {
        foreach (var name in new[] { "when", "require", "forbid" })
            if (Member(name) is { } condition)
                yield return condition;
        if (Member("group")?.Find("where") is { } where) yield return where.Value;
    }
}
