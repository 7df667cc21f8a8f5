using ImsAudit.Linting.Rules;

namespace ImsAudit.Linting;

/// <summary>Every rule that needs no images; a new one is its file and a line here.</summary>
internal static class LintRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        UnreadableType.Rule,
        ImpossibleValue.Rule,
        Contradiction.Rule,
        Tautology.Rule,
        NeverFails.Rule,
        ConstantCondition.Rule,
        DuplicateCondition.Rule,
        MisspeltField.Rule,
        UnusedParameter.Rule,
        UnusedReference.Rule,
        IdenticalPolicies.Rule,
    ];
}
