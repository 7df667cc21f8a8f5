using ImsAudit.Json;

namespace ImsAudit.Policies;

/// <summary>Reads a <c>*.pack.json</c>; all of its mistakes are noted together.</summary>
internal sealed class PackParser(Mistakes mistakes)
{
    private static readonly string[] Members = ["$schema", "id", "title", "description", "include", "exclude", "overrides", "controls"];
    private static readonly string[] OverrideMembers = ["severity", "parameters", "categories"];

    /// <summary>Null when there was any mistake.</summary>
    public Pack? Parse(string file, JsonNodeAt root)
    {
        var reader = new ObjectReader(root, mistakes, Members);
        var id = reader.RequiredText("id");
        var title = reader.Required("title") is { } text ? LocalText.Parse(text, mistakes) : null;
        var description = reader.Member("description") is { } more ? LocalText.Parse(more, mistakes) : null;
        var include = reader.Required("include") is { } list ? EntriesOf(reader, list) : [];
        var exclude = reader.Member("exclude") is { } others ? EntriesOf(reader, others) : [];
        var overrides = ParseOverrides(reader);
        var controls = PolicyMembers.ReadControls(reader, mistakes);
        return mistakes.All.Count > 0 ? null : new Pack(id!, file, title!, description, include, exclude, overrides, controls);
    }

    private static List<PackEntry> EntriesOf(ObjectReader reader, JsonNodeAt list) =>
        [.. reader.TextsOf(list).Select(node => new PackEntry(node.Text!, node))];

    private Dictionary<string, PackOverride> ParseOverrides(ObjectReader reader)
    {
        var overrides = new Dictionary<string, PackOverride>(StringComparer.Ordinal);
        foreach (var member in MembersOf(reader, "overrides", "an object of policy id to what is changed"))
            if (ParseOverride(member) is { } changed)
                overrides[member.Name] = changed;
        return overrides;
    }

    private PackOverride? ParseOverride(JsonMember member)
    {
        if (member.Value.Kind != JsonKind.Object)
        {
            mistakes.Add(member.Value, $"expected an object with {string.Join(", ", OverrideMembers)}, found {member.Value.Describe()}");
            return null;
        }
        var reader = new ObjectReader(member.Value, mistakes, OverrideMembers);
        Severity? severity = reader.Member("severity") is null ? null : PolicyMembers.ReadSeverity(reader, mistakes);
        Images.CategorySet? categories = reader.Member("categories") is null ? null : PolicyMembers.ReadCategories(reader, mistakes);
        return new PackOverride(member, severity, categories, MembersOf(reader, "parameters", "an object of parameter name to value"));
    }

    private IReadOnlyList<JsonMember> MembersOf(ObjectReader reader, string name, string expected)
    {
        if (reader.Member(name) is not { } node) return [];
        if (node.Kind != JsonKind.Object) mistakes.Add(node, $"expected {expected}, found {node.Describe()}");
        return node.Members;
    }
}
