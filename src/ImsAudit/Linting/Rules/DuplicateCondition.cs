namespace ImsAudit.Linting.Rules;

/// <summary>The same condition twice in one branch: one of them was meant to be another.</summary>
internal static class DuplicateCondition
{
    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "duplicate-condition", "A condition that stands twice in one allOf or anyOf.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy)
    {
        foreach (var condition in policy.Conditions)
        {
            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var child in ConditionSyntax.Below(condition))
                if (!seen.TryAdd(CanonicalCondition.Of(policy, child), child.Pointer))
                    yield return policy.Warning(child, $"the same condition stands at {seen[CanonicalCondition.Of(policy, child)]} already: leave it out, or write what was meant");
        }
    }
}
