namespace ImsAudit.Collection.Clouds;

/// <summary>Settings of one cloud out of several maps of which the first that says something is right. Wrong kinds are noted.</summary>
internal sealed class YamlSettings(IReadOnlyList<YamlMap> layers, ICollection<string> mistakes)
{
    /// <summary>Where the cloud stands; of several files, in the last.</summary>
    public string Place => layers[^1].Place;

    public YamlNodeAt? Find(string key) => layers.Select(layer => layer.Find(key)).FirstOrDefault(node => node is not null and not YamlText { IsNull: true });

    public string? Text(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlText text) return text.Value;
        mistakes.Add($"{node.Place}: \"{key}\" must be a text.");
        return null;
    }

    /// <summary>The settings below a key, which must be maps.</summary>
    public YamlSettings Below(string key)
    {
        var below = new List<YamlMap>();
        foreach (var node in layers.Select(layer => layer.Find(key)).Where(node => node is not null and not YamlText { IsNull: true }))
        {
            if (node is YamlMap map) below.Add(map);
            else mistakes.Add($"{node!.Place}: \"{key}\" must be a map.");
        }
        return new YamlSettings(below, mistakes);
    }

    /// <summary>The same with a map over them.</summary>
    public YamlSettings Under(YamlMap? over) => over is null ? this : new YamlSettings([over, .. layers], mistakes);
}
