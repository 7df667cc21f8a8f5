using ImsAudit.Json;

namespace ImsAudit.Linting.Rules;

/// <summary>A parameter that no condition reads: who sets it changes nothing.</summary>
internal static class UnusedParameter
{
    private static readonly string[] Members = ["when", "require", "forbid", "group"];

    public static LintRule Rule { get; } = LintRule.OfPolicy("unused-parameter", "A parameter that nothing in the policy uses.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy)
    {
        if (policy.Member("parameters") is not { } parameters) yield break;
        var used = Members.Select(policy.Member).OfType<JsonNodeAt>().SelectMany(Used).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in parameters.Members.Where(parameter => !used.Contains(parameter.Name)))
            yield return policy.Warning(parameter.Value, $"nothing uses the parameter \"{parameter.Name}\": use it as {{ \"param\": \"{parameter.Name}\" }}, or leave it out");
    }

    private static IEnumerable<string> Used(JsonNodeAt node)
    {
        var below = node.Members.Select(member => member.Value).Concat(node.Items).SelectMany(Used);
        return node.Find("param")?.Value.Text is { } name ? below.Append(name) : below;
    }
}
