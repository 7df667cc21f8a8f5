namespace ImsAudit.Collection.Clouds;

/// <summary>
/// The clouds of OpenStack's clients: <c>clouds.yaml</c>, and over it <c>secure.yaml</c>, value by value (openstacksdk,
/// "Configuring OpenStack SDK Applications").
/// </summary>
public sealed class CloudsYaml
{
    private readonly CloudsYamlSearch _search;
    private readonly List<string> _mistakes = [];
    private readonly List<YamlMap> _layers = [];
    private readonly List<string> _files = [];

    private CloudsYaml(CloudsYamlSearch search) => _search = search;

    /// <summary>The files that were found.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The files that were looked for, whether they were there or not.</summary>
    public IEnumerable<string> Looked => _search.Variable("OS_CLIENT_CONFIG_FILE") is { } named ? [named] : _search.Places("clouds").Where(place => place.EndsWith(".yaml", StringComparison.Ordinal));

    /// <summary>What is wrong with the files themselves.</summary>
    public IReadOnlyList<string> Mistakes => _mistakes;

    public IReadOnlyList<string> Names => [.. _layers.SelectMany(layer => layer.Members.Keys).Distinct(StringComparer.Ordinal)];

    /// <summary>Finds and reads the files; mistakes in them are kept.</summary>
    public static CloudsYaml Load(CloudsYamlSearch search)
    {
        var clouds = new CloudsYaml(search);
        // First of all what is secret: it goes over the rest.
        clouds.Read(search.Find("secure", "OS_CLIENT_SECURE_FILE", clouds._mistakes));
        clouds.Read(search.Find("clouds", "OS_CLIENT_CONFIG_FILE", clouds._mistakes));
        return clouds;
    }

    /// <summary>The targets of a cloud, one a region. Mistakes are noted, and what is returned is good only without any.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public IReadOnlyList<CollectionTarget> Targets(string name, CloudOverrides overrides, ICollection<string> mistakes)
    {
        var layers = new List<YamlMap>();
        foreach (var node in _layers.Select(layer => layer.Members.GetValueOrDefault(name)).OfType<YamlNodeAt>())
        {
            if (node is YamlMap map) layers.Add(map);
            else mistakes.Add($"{node.Place}: the cloud \"{name}\" must be a map of settings.");
        }
        return layers.Count == 0 ? [] : new YamlCloud(name, layers, _search, mistakes).Targets(overrides);
    }

    private void Read(string? file)
    {
        if (file is null) return;
        _files.Add(file);
        try
        {
            var root = YamlFile.Read(file);
            if (root is YamlMap map && map.Find("clouds") is { } clouds) Add(clouds);
            else if (root is YamlMap or null or YamlText { IsNull: true }) _mistakes.Add($"{file}: the file has no \"clouds\"; put the clouds below that key.");
            else _mistakes.Add($"{root.Place}: expected is a map with the key \"clouds\".");
        }
        catch (YamlFileException wrong)
        {
            _mistakes.Add(wrong.Message);
        }
    }

    private void Add(YamlNodeAt clouds)
    {
        if (clouds is YamlMap map) _layers.Add(map);
        else _mistakes.Add($"{clouds.Place}: \"clouds\" must be a map from names to clouds.");
    }
}
