using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Linting.Rules;

/// <summary>A list or table that no policy reads. One that replaces a built-in one is read by the built-in policies.</summary>
internal static class UnusedReference
{
    public static LintRule Rule { get; } = new("unused-reference", "A list or table that no policy uses.", Find);

    private static IEnumerable<LintFinding> Find(LintScope scope)
    {
        var used = scope.Set.Policies.SelectMany(policy => policy.UsedReferences).ToHashSet(StringComparer.Ordinal);
        used.UnionWith(BuiltInPolicies.References.Files.Select(file => IdOf(file)?.Text).OfType<string>());
        foreach (var file in scope.Layers.SelectMany(layer => layer.Files))
        {
            if (file.Kind is not (PolicyFileKind.List or PolicyFileKind.Table) || IdOf(file) is not { } id || used.Contains(id.Text!)) continue;
            yield return LintFinding.Warning(file.Name, id, $"no policy here uses the {(file.Kind == PolicyFileKind.List ? "list" : "table")} \"{id.Text}\"");
        }
    }

    private static JsonNodeAt? IdOf(PolicyFile file) => JsonFileParser.Parse(file.Utf8).Root?.Find("id")?.Value;
}
