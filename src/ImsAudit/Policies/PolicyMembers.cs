using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Wording;

namespace ImsAudit.Policies;

/// <summary>The members that policies and packs have in common.</summary>
internal static class PolicyMembers
{
    public static Severity ReadSeverity(ObjectReader reader, Mistakes mistakes)
    {
        if (reader.RequiredText("severity") is not { } name) return Severity.Info;
        if (Severities.TryParse(name, out var severity)) return severity;
        var valid = Severities.WorstFirst.Select(Severities.Name).ToList();
        mistakes.Add(reader.Member("severity")!, $"unknown severity \"{name}\"{NearestName.Suggest(name, valid)} (valid: {string.Join(", ", valid)})");
        return Severity.Info;
    }

    public static CategorySet ReadCategories(ObjectReader reader, Mistakes mistakes)
    {
        if (reader.Member("categories") is not { } node) return CategorySet.All;
        var set = CategorySet.Empty;
        foreach (var item in reader.TextsOf(node))
        {
            if (ImageCategories.TryParse(item.Text, out var category)) set = set.With(category);
            else mistakes.Add(item, $"unknown category \"{item.Text}\"{NearestName.Suggest(item.Text!, ImageCategories.Names)} (valid: {string.Join(", ", ImageCategories.Names)})");
        }
        if (node is { Kind: JsonKind.Array, Items.Count: 0 }) mistakes.Add(node, "the list is empty, so no image would ever be judged: name a category, or leave \"categories\" out for all six");
        return set;
    }

    public static Dictionary<string, IReadOnlyList<string>> ReadControls(ObjectReader reader, Mistakes mistakes)
    {
        var controls = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (reader.Member("controls") is not { } node) return controls;
        if (node.Kind != JsonKind.Object) mistakes.Add(node, $"expected an object of framework to a list of control ids, found {node.Describe()}");
        foreach (var member in node.Members) controls[member.Name] = [.. reader.TextsOf(member.Value).Select(item => item.Text!)];
        return controls;
    }
}
