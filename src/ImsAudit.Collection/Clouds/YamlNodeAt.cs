namespace ImsAudit.Collection.Clouds;

/// <summary>One value of a YAML file, with its place, so that a mistake can be shown where it stands.</summary>
/// <param name="Place"><c>file:line:column</c>.</param>
internal abstract record YamlNodeAt(string Place);

/// <summary>A text, number, true, false or null: all are texts here.</summary>
internal sealed record YamlText(string Place, string Value, bool IsNull) : YamlNodeAt(Place);

internal sealed record YamlList(string Place, IReadOnlyList<YamlNodeAt> Items) : YamlNodeAt(Place);

internal sealed record YamlMap(string Place, IReadOnlyDictionary<string, YamlNodeAt> Members) : YamlNodeAt(Place)
{
    /// <summary>OpenStack's clients take <c>region-name</c> for <c>region_name</c>.</summary>
    public YamlNodeAt? Find(string key) => Members.TryGetValue(key, out var value) || Members.TryGetValue(key.Replace('_', '-'), out value) ? value : null;
}
