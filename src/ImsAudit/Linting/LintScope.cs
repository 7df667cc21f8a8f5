using ImsAudit.Policies;

namespace ImsAudit.Linting;

/// <summary>What is linted: the policies, and the files that they came in.</summary>
internal sealed record LintScope(PolicySet Set, IReadOnlyList<PolicyLayer> Layers)
{
    public IReadOnlyList<LintedPolicy> Policies { get; } = [.. Set.Policies.Select(policy => new LintedPolicy(policy, Set.References))];
}
