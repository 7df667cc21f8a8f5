using ImsAudit.Cli.Options;
using ImsAudit.Wording;
using Microsoft.Extensions.Configuration;

namespace ImsAudit.Cli.Configuration;

/// <summary>The configuration: a file, and over it the environment.</summary>
internal static class ConfigurationLoader
{
    private const string DefaultFile = "imsaudit.json";
    private const string Prefix = "IMSAUDIT__";

    /// <param name="named">What <c>--config</c> names; null looks for the default file.</param>
    /// <exception cref="UserMistakeException">The file or a variable is wrong; all mistakes together.</exception>
    public static LoadedConfiguration Load(Surroundings surroundings, CliOptions options, string? named)
    {
        var keys = options.Configurable.ToDictionary(option => option.Key(), StringComparer.Ordinal);
        var mistakes = new List<string>();
        var places = new ConfigurationPlaces();
        var builder = new ConfigurationBuilder();
        var path = surroundings.PathOf(named ?? DefaultFile);
        if (named is not null || File.Exists(path)) AddFile(builder, path, new ConfigurationFile(keys, places, mistakes));
        builder.AddInMemoryCollection(Variables(surroundings, keys.Keys, new CloudVariables(surroundings.WorkingFolder, places, mistakes), mistakes));
        if (mistakes.Count > 0) throw new UserMistakeException(mistakes);
        return new LoadedConfiguration(builder.Build(), places);
    }

    private static void AddFile(ConfigurationBuilder builder, string path, ConfigurationFile file)
    {
        if (file.Read(path) is { } json) builder.AddJsonStream(new MemoryStream(json));
    }

    private static Dictionary<string, string?> Variables(Surroundings surroundings, IReadOnlyCollection<string> keys, CloudVariables clouds, List<string> mistakes)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in surroundings.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) continue;
            var key = name[Prefix.Length..].Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
            var root = key.Split(ConfigurationPath.KeyDelimiter)[0];
            if (root.Equals(CloudKeys.Clouds, StringComparison.OrdinalIgnoreCase))
            {
                clouds.Check(name, key, value);
                values[key] = value;
            }
            else if (keys.Contains(root, StringComparer.OrdinalIgnoreCase)) values[key] = value;
            else mistakes.Add($"The environment variable {name} names no option{Suggest(root, keys)}");
        }
        return values;
    }

    private static string Suggest(string root, IEnumerable<string> keys) =>
        NearestName.Of(root, keys) is { } near ? $"; did you mean {Prefix}{near.ToUpperInvariant()}?" : ".";
}
