namespace ImsAudit.Collection.Clouds;

/// <summary>YAML's merge key <c>&lt;&lt;</c>: members of other maps where there are none of one's own. Bounded, since a member is copied each time.</summary>
internal sealed class YamlMerge
{
    private const int MostMembers = 100_000;

    private int _members;

    /// <exception cref="YamlFileException">It is no map, or the file has far too many.</exception>
    public Dictionary<string, YamlNodeAt> Into(Dictionary<string, YamlNodeAt> own, IEnumerable<YamlNodeAt> merged)
    {
        foreach (var node in merged.SelectMany(value => value is YamlList list ? list.Items : [value]))
        {
            if (node is not YamlMap map) throw new YamlFileException($"{node.Place}: what is merged with << must be a map.");
            _members += map.Members.Count;
            if (_members > MostMembers) throw new YamlFileException($"{node.Place}: far too much is merged with <<.");
            foreach (var (key, value) in map.Members) own.TryAdd(key, value);
        }
        return own;
    }
}
