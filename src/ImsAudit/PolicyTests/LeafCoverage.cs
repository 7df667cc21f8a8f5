using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Values;

namespace ImsAudit.PolicyTests;

/// <summary>
/// Which leaves of a policy were true in one case and false in another. A leaf with <c>anyItem</c>, <c>everyItem</c> or
/// <c>refersTo</c> counts as one: what is inside of it is left to mutation.
/// </summary>
internal sealed class LeafCoverage
{
    private readonly Policy _policy;
    private readonly OrderedDictionary<string, (JsonNodeAt Node, HashSet<Truth> Seen)> _leaves = new(StringComparer.Ordinal);

    public LeafCoverage(Policy policy)
    {
        _policy = policy;
        foreach (var root in Roots()) AddLeaves(root);
    }

    public int Leaves => _leaves.Count;

    /// <summary>The leaves that were not both true and false.</summary>
    public IEnumerable<UncoveredLeaf> Uncovered => _leaves.Values
        .Where(leaf => !leaf.Seen.Contains(Truth.True) || !leaf.Seen.Contains(Truth.False))
        .Select(leaf => new UncoveredLeaf(
            _policy.File, leaf.Node, _policy.Id, NeverTrue: !leaf.Seen.Contains(Truth.True), NeverFalse: !leaf.Seen.Contains(Truth.False)));

    /// <summary>Notes how each leaf came out; those behind <c>when</c> only for images that the policy applies to.</summary>
    public void Observe(CaseRun run)
    {
        IEnumerable<Image> images = run.Policy.Assertion is GroupAssertion ? run.Case.Inventory.Images : [run.Case.Image];
        foreach (var image in images.Where(image => run.Policy.Categories.Overlaps(image.Categories))) Observe(run.Policy, run.ContextOf(image));
    }

    private void Observe(Policy policy, in EvaluationContext context)
    {
        if (policy.When is { } when)
        {
            var trace = when.Trace(context);
            Note(_policy.Source.Find("when")!.Value, trace);
            if (trace.Truth != Truth.True) return;
        }
        if (policy.Assertion is ImageAssertion assertion) Note(Roots().Last(), assertion.Condition.Trace(context));
        else if (policy.Assertion is GroupAssertion { Where: { } where }) Note(Roots().Last(), where.Trace(context));
    }

    private IEnumerable<JsonNodeAt> Roots() => new[]
    {
        _policy.Source.Find("when"), _policy.Source.Find("require"), _policy.Source.Find("forbid"), _policy.Source.Find("group")?.Value.Find("where"),
    }.OfType<JsonMember>().Select(member => member.Value);

    private static IEnumerable<JsonNodeAt> Inner(JsonNodeAt node) =>
        node.Find("not") is { } not ? [not.Value] : (node.Find("allOf") ?? node.Find("anyOf"))?.Value.Items ?? [];

    private static bool IsLeaf(JsonNodeAt node) => node.Kind == JsonKind.Object && node.Members.All(member => member.Name is not ("not" or "allOf" or "anyOf"));

    private void AddLeaves(JsonNodeAt node)
    {
        if (IsLeaf(node)) _leaves[node.Pointer] = (node, []);
        foreach (var inner in Inner(node)) AddLeaves(inner);
    }

    private void Note(JsonNodeAt node, ConditionTrace trace)
    {
        if (trace is LeafTrace) _leaves[node.Pointer].Seen.Add(trace.Truth);
        else if (trace is BranchTrace branch)
            foreach (var (inner, child) in Inner(node).Zip(branch.Children)) Note(inner, child);
    }
}

/// <summary>A leaf that the cases do not show both true and false.</summary>
/// <param name="Node">The leaf and where it stands.</param>
public sealed record UncoveredLeaf(string File, JsonNodeAt Node, string Policy, bool NeverTrue, bool NeverFalse)
{
    public override string ToString() =>
        $"{File}:{Node.Position.Line}:{Node.Position.Column}: {Policy}: this leaf is {(NeverTrue && NeverFalse ? "neither true nor false" : NeverTrue ? "never true" : "never false")} in any case";
}
