using ImsAudit.Linting.Satisfiability;

namespace ImsAudit.Linting.Rules;

/// <summary>Conditions that must hold together and cannot.</summary>
internal static class Contradiction
{
    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "contradiction", "Conditions of one allOf that no value of a field fulfils together.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy)
    {
        foreach (var condition in policy.Conditions)
        {
            if (ConditionSyntax.BranchOf(condition)?.Name is not (null or "allOf")) continue;
            if (Conflict.In(policy.Demands(condition, wanted: true)) is not { } conflict) continue;
            var last = conflict[^1].Leaf;
            yield return policy.Error(last.Node, conflict.Count == 1
                ? $"this can never be true: no value of {last.Field} makes it so ({Conflict.Describe(conflict)})"
                : $"this contradicts what must hold with it, so the whole is never true: no value of {last.Field} fulfils {Conflict.Describe(conflict)}");
        }
    }
}
