namespace ImsAudit.Cli.Configuration;

/// <summary>Where a configured value stands: in a file, or in an environment variable.</summary>
/// <param name="Where"><c>file:line:column</c>, or the variable's name.</param>
/// <param name="Pointer">The JSON pointer; empty for a variable.</param>
/// <param name="Folder">What relative paths in it are relative to.</param>
internal sealed record ConfigurationPlace(string Where, string Pointer, string Folder)
{
    public string Say(string message) => Pointer.Length == 0 ? $"{Where}: {message}" : $"{Where}: {message} (at {Pointer})";
}

/// <summary>The places of configured values by their paths (<c>clouds:prod:region</c>). What was noted last goes over the rest, as its value does.</summary>
internal sealed class ConfigurationPlaces
{
    private static readonly ConfigurationPlace s_nowhere = new("the configuration", "", "");
    private readonly Dictionary<string, ConfigurationPlace> _places = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public void Note(string path, ConfigurationPlace place)
    {
        _places[path] = place;
        _names.TryAdd(path, path);
    }

    /// <summary>The last part of a path as it was first written: a variable over a file's value may write it otherwise.</summary>
    public string NameOf(string path)
    {
        var name = _names.GetValueOrDefault(path, path);
        return name[(name.LastIndexOf(':') + 1)..];
    }

    /// <summary>The place of a value, or of the nearest thing around it.</summary>
    public ConfigurationPlace Of(string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf(':'))])
            if (_places.TryGetValue(at, out var place))
                return place;
        return s_nowhere;
    }
}
