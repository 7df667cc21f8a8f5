using ImsAudit.Linting.Satisfiability;

namespace ImsAudit.Linting.Rules;

/// <summary>Alternatives of which one always holds.</summary>
internal static class Tautology
{
    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "tautology", "Conditions of one anyOf of which every value of a field fulfils one.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy)
    {
        foreach (var condition in policy.Conditions)
        {
            if (ConditionSyntax.BranchOf(condition)?.Name is not (null or "anyOf")) continue;
            // Nothing makes all of them false.
            if (Conflict.In(policy.Demands(condition, wanted: false)) is not { } conflict) continue;
            var last = conflict[^1].Leaf;
            yield return policy.Error(last.Node, $"this can never be false, whatever {last.Field} is: {string.Join(" or ", conflict.Select(demand => demand.Leaf.Text))} always holds");
        }
    }
}
