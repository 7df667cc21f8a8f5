using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Linting.Rules;

/// <summary>A custom property whose name is close to a known field's.</summary>
internal static class MisspeltField
{
    private static readonly string[] Members = ["when", "require", "forbid", "group"];
    private static readonly string[] Naming = ["field", "outer", "by", "orderBy"];

    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "misspelt-field", "A field that the catalogue does not know and whose name is close to one that it does.", Find);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy) => Members
        .Select(policy.Member).OfType<JsonNodeAt>()
        .SelectMany(Named)
        .Where(field => FieldNames.NearKnown(field.Text!) is not null)
        .Select(field => policy.Warning(field, $"the catalogue has no field \"{field.Text}\"; did you mean \"{FieldNames.NearKnown(field.Text!)}\"? (a custom property may bear any name)"));

    /// <summary>Every text that names a field.</summary>
    private static IEnumerable<JsonNodeAt> Named(JsonNodeAt node)
    {
        foreach (var member in node.Members)
            foreach (var field in Naming.Contains(member.Name) ? member.Value.Items.Append(member.Value).Where(value => value.Text is not null) : [])
                yield return field;
        foreach (var below in node.Members.Select(member => member.Value).Concat(node.Items).SelectMany(Named)) yield return below;
    }
}
