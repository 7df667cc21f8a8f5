namespace ImsAudit.Collection.Clouds;

/// <summary>A region of a cloud, and what is different there; a region without a name is left to the catalogue.</summary>
internal sealed record YamlRegion(string? Name, YamlMap? Values)
{
    /// <summary>
    /// <c>regions</c>, each a name or a map with <c>name</c> and <c>values</c>, else <c>region_name</c>. All of them, unless one
    /// is asked for.
    /// </summary>
    public static IReadOnlyList<YamlRegion> Of(YamlSettings cloud, CloudOverrides overrides, ICollection<string> mistakes)
    {
        var listed = cloud.Find("regions") switch
        {
            null => [],
            YamlList list => list.Items.Select(item => Read(item, mistakes)).OfType<YamlRegion>().ToList(),
            var other => Wrong(other, mistakes),
        };
        if (overrides.Region is { } wanted) return [listed.Find(region => region.Name == wanted) ?? new YamlRegion(wanted, null)];
        return listed.Count > 0 ? listed : [new YamlRegion(cloud.Text("region_name") ?? overrides.OtherwiseRegion, null)];
    }

    private static YamlRegion? Read(YamlNodeAt item, ICollection<string> mistakes)
    {
        if (item is YamlText { IsNull: false, Value.Length: > 0 } name) return new YamlRegion(name.Value, null);
        if (item is YamlMap map && map.Find("name") is YamlText { Value.Length: > 0 } text && map.Find("values") is null or YamlMap)
            return new YamlRegion(text.Value, map.Find("values") as YamlMap);
        mistakes.Add($"{item.Place}: a region must be a name, or a map with \"name\" and \"values\".");
        return null;
    }

    private static List<YamlRegion> Wrong(YamlNodeAt node, ICollection<string> mistakes)
    {
        mistakes.Add($"{node.Place}: \"regions\" must be a list.");
        return [];
    }
}
