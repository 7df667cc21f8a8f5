using ImsAudit.Json;

namespace ImsAudit.Linting.Rules;

/// <summary>Branches without conditions, literals within branches, empty lists.</summary>
internal static class ConstantCondition
{
    private static readonly string[] ListOperators = ["in", "notIn", "containsAny", "containsAll"];

    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "constant-condition", "An empty allOf or anyOf, a literal within one, or an operator with an empty list.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy) =>
        policy.Conditions.SelectMany(condition => ConditionSyntax.BranchOf(condition) is { } branch ? InBranch(policy, branch) : InLeaf(policy, condition));

    private static IEnumerable<LintFinding> InBranch(LintedPolicy policy, JsonMember branch)
    {
        if (branch.Name == "not")
        {
            if (branch.Value.Boolean is { } negated) yield return policy.Warning(branch.Value, $"this is always {(negated ? "false" : "true")}: write that");
            yield break;
        }
        var isAll = branch.Name == "allOf";
        if (branch.Value.Items.Count == 0) yield return policy.Error(branch.Value, $"this {branch.Name} is empty, so it is always {(isAll ? "true" : "false")}");
        foreach (var literal in branch.Value.Items.Where(item => item.Kind == JsonKind.Boolean))
            yield return literal.Boolean == isAll
                ? policy.Warning(literal, $"this changes nothing in an {branch.Name}: leave it out")
                : policy.Error(literal, $"this makes the whole {branch.Name} always {(isAll ? "false" : "true")}");
    }

    private static IEnumerable<LintFinding> InLeaf(LintedPolicy policy, JsonNodeAt leaf) => leaf.Members
        .Where(member => ListOperators.Contains(member.Name) && member.Value is { Kind: JsonKind.Array, Items.Count: 0 })
        .Select(member => policy.Error(member.Value, $"the list is empty, so {member.Name} never tells one image from another"));
}
