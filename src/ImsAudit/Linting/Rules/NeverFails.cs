using ImsAudit.Linting.Satisfiability;

namespace ImsAudit.Linting.Rules;

/// <summary>A policy whose <c>when</c> lets through only images that pass: it can never fail.</summary>
internal static class NeverFails
{
    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "never-fails", "A policy that no image can violate, by its when or because what it states is always so.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy)
    {
        if (policy.Member("when") is { Boolean: false } never)
            yield return policy.Error(never, "no image is ever judged: \"when\" is false");
        if ((policy.Member("require") ?? policy.Member("forbid")) is not { } assertion) yield break;
        var isForbidden = policy.Member("forbid") is not null;
        if (assertion.Boolean is { } literal && literal != isForbidden)
            yield return policy.Error(assertion, "no image can violate this policy: what it states is always so");
        if (policy.Member("when") is not { } when) yield break;
        var (given, violated) = (policy.Demands(when, wanted: true), policy.Demands(assertion, wanted: isForbidden));
        if (Conflict.In(given) is not null || Conflict.In(violated) is not null) yield break;
        if (Conflict.In([.. given, .. violated]) is { } conflict)
            yield return policy.Error(assertion, $"no image can violate this policy: \"when\" lets through only images of which it is so ({Conflict.Describe(conflict)} cannot be together)");
    }

}
