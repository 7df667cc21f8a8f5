using System.CommandLine;
using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Collection.Clouds;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Sources;

/// <summary>Clouds by name, of the configuration first and of <c>clouds.yaml</c> else, with what the other options put over them.</summary>
internal sealed class NamedClouds(Invocation invocation, ConfiguredClouds configured)
{
    private readonly Lazy<CloudsYaml> _yaml = new(() => CloudsYaml.Load(new CloudsYamlSearch(invocation.Surroundings.Variable, invocation.Surroundings.PathOf)));

    private Settings Settings => invocation.Settings;

    /// <summary>Notes mistakes; what is returned is good only without any.</summary>
    public IReadOnlyList<CollectionTarget> Targets(IReadOnlyList<string> names)
    {
        RefuseForSeveral(names);
        return [.. names.SelectMany(Of)];
    }

    private IReadOnlyList<CollectionTarget> Of(string name)
    {
        if (configured.Find(name) is { } own)
        {
            if (_yaml.Value.Names.Contains(name)) invocation.Log.Info($"The cloud \"{own}\" is in the configuration and in {Files}; the configuration's is taken.");
            return configured.Targets(own, Overrides);
        }
        Settings.Mistakes(_yaml.Value.Mistakes);
        if (!_yaml.Value.Names.Contains(name))
        {
            if (_yaml.Value.Mistakes.Count == 0) Settings.Mistake(Unknown(name));
            return [];
        }
        var mistakes = new List<string>();
        var targets = _yaml.Value.Targets(name, OfClients(Overrides), mistakes);
        Settings.Mistakes(mistakes);
        return targets;
    }

    /// <summary>An endpoint and a project belong to one cloud.</summary>
    private void RefuseForSeveral(IReadOnlyList<string> names)
    {
        if (names.Count < 2) return;
        var options = Settings.Options.Source;
        foreach (var option in new Option[] { options.Endpoint, options.Project }.Where(Settings.IsOnCommandLine))
            if (option != options.Project || Settings.Text(options.Project) != OpenStackEnvironment.AllProjects)
                Settings.Mistake($"{option.Name} belongs to one cloud, and there are {names.Count}: {string.Join(", ", names)}. Name the one that is meant with --cloud.");
    }

    private CloudOverrides Overrides
    {
        get
        {
            var options = Settings.Options.Source;
            return new CloudOverrides
            {
                Region = OnCommandLine(options.Region),
                OtherwiseRegion = Settings.Text(options.Region) ?? Variable("OS_REGION_NAME"),
                Endpoint = OnCommandLine(options.Endpoint),
                EndpointSource = options.Endpoint.Name,
                Project = OnCommandLine(options.Project),
                Authentication = Settings.IsOnCommandLine(options.Auth) ? authUrl => new EnvironmentSignIn(invocation, authUrl).Read()?.Authentication : null,
                OtherwiseInterface = Variable("OS_INTERFACE"),
                CaCertificateFile = OnCommandLine(options.CaCert) is { } file ? invocation.Surroundings.PathOf(file) : null,
            };
        }
    }

    /// <summary>OpenStack's clients let the variable go over the region of <c>clouds.yaml</c>.</summary>
    private CloudOverrides OfClients(CloudOverrides overrides) => overrides with { Region = overrides.Region ?? Variable("OS_REGION_NAME") };

    private string Files => string.Join(" and ", _yaml.Value.Files);

    private string Unknown(string name)
    {
        var known = configured.Names.Concat(_yaml.Value.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var are = known.Count == 0 ? "No cloud is known" : $"Known are {string.Join(", ", known)}";
        return $"There is no cloud \"{name}\"{(NearestName.Of(name, known) is { } near ? $"; did you mean \"{near}\"?" : ".")} {are}. "
            + $"Clouds stand below \"clouds\" in imsaudit.json, and in clouds.yaml; {(_yaml.Value.Files.Count > 0 ? $"read was {Files}" : $"looked for were {string.Join(", ", _yaml.Value.Looked)}")}.";
    }

    private string? OnCommandLine(Option<string> option) => Settings.IsOnCommandLine(option) ? Settings.Text(option) : null;

    private string? Variable(string name) => invocation.Surroundings.Variable(name);
}
