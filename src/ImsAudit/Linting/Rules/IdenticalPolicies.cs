using ImsAudit.Policies;

namespace ImsAudit.Linting.Rules;

/// <summary>Two policies that judge the same images by the same conditions: each violation is told twice.</summary>
internal static class IdenticalPolicies
{
    private static readonly string[] Members = ["when", "require", "forbid", "group"];

    public static LintRule Rule { get; } = new("identical-policies", "A policy that states the same as another, but for its id and texts.", Find);

    private static IEnumerable<LintFinding> Find(LintScope scope)
    {
        var seen = new Dictionary<string, Policy>(StringComparer.Ordinal);
        foreach (var linted in scope.Policies)
        {
            if (seen.TryAdd(Judgement(linted), linted.Policy)) continue;
            var first = seen[Judgement(linted)];
            var severity = first.Severity == linted.Policy.Severity ? "" : $" (with severity {first.Severity.Name()})";
            yield return linted.Warning(linted.Member("id")!, $"this policy states the same as \"{first.Id}\"{severity} in {first.File}, but for its id and texts");
        }
    }

    private static string Judgement(LintedPolicy linted) =>
        $"{linted.Policy.Categories}|{string.Join('|', Members.Select(member => CanonicalCondition.Of(linted, linted.Member(member))))}";
}
