using ImsAudit.Values;

namespace ImsAudit.Linting.Rules;

/// <summary>An operator that cannot read the field: tried out on what the catalogue says the field holds, it is never told.</summary>
internal static class UnreadableType
{
    public static LintRule Rule { get; } = LintRule.OfPolicy(
        "unreadable-type", "An operator that cannot read a field of this type, so that it is always unknown.", Find);

    public static bool IsIn(LintLeaf leaf) =>
        CatalogueSamples.OfType(leaf.Field) is { } samples && samples.All(value => leaf.Test(value) == Truth.Unknown);

    private static IEnumerable<LintFinding> Find(LintedPolicy policy)
    {
        foreach (var leaf in policy.Leaves.Where(IsIn))
        {
            var known = CatalogueSamples.Known(leaf.Field)!;
            var values = known.Values.Count == 0 ? "" : $" (known values: {string.Join(", ", known.Values)})";
            yield return policy.Error(leaf.Node, $"{leaf.Text} is unknown of every image that has the field: the catalogue says that {leaf.Field} is {Article(known.TypeName)}{values}, which {leaf.Operation.Name} cannot read so");
        }
    }

    private static string Article(string type) => type switch
    {
        "integer" => "an integer",
        "json" => "a text that holds JSON",
        "commaList" => "a comma list",
        "string" => "a text",
        _ => $"a {type}",
    };
}
