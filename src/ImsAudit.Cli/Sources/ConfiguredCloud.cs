using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Collection.Clouds;
using ImsAudit.Wording;

namespace ImsAudit.Cli.Sources;

/// <summary>One cloud of the configuration: its regions, its projects, and how to get in.</summary>
internal sealed class ConfiguredCloud(Invocation invocation, string name, CloudValues values)
{
    private const string RegionPlaceholder = "{region}";
    private const string DefaultRegion = "";
    private readonly Dictionary<string, SignIn?> _signIns = new(StringComparer.Ordinal);

    /// <summary>One target a region and project.</summary>
    public IReadOnlyList<CollectionTarget> Targets(CloudOverrides overrides)
    {
        var regions = Regions(overrides);
        var projects = overrides.Project is { } one ? [one] : values.Texts("projects");
        var face = Interface(overrides);
        var endpoint = overrides.Endpoint ?? values.Text("endpoint");
        if (endpoint is not null && regions.Count > 1 && !endpoint.Contains(RegionPlaceholder, StringComparison.Ordinal))
            values.Wrong("endpoint", $"one endpoint cannot serve {regions.Count} regions: write {RegionPlaceholder} where the region stands in it, or leave the endpoint to the token's catalogue");
        return [.. regions.SelectMany(region => OfRegion(region, endpoint, projects, overrides)).Select(target => target with { Interface = face })];
    }

    private IEnumerable<CollectionTarget> OfRegion(string region, string? endpoint, IReadOnlyList<string> projects, CloudOverrides overrides)
    {
        var identity = Filled("identityEndpoint", values.Text("identityEndpoint"), region);
        // Regions that sign in at one place share the account, so that it is tried once.
        if (!_signIns.TryGetValue(identity ?? "", out var signIn)) _signIns[identity ?? ""] = signIn = SignIn(identity, overrides);
        if (signIn is null) return [];
        var certificates = values.Text("caCert");
        var target = new CollectionTarget
        {
            Cloud = name,
            Region = region == DefaultRegion ? null : region,
            Endpoint = Filled("endpoint", endpoint, region),
            EndpointSource = overrides.Endpoint is null ? values.Place("endpoint").Where : overrides.EndpointSource,
            Project = signIn.Project,
            CaCertificateFile = overrides.CaCertificateFile ?? (certificates is null ? null : Path.Combine(values.Place("caCert").Folder, certificates)),
            Authentication = signIn.Authentication,
        };
        if (projects.Contains(OpenStackEnvironment.AllProjects)) return [target with { Project = null, FindsProjects = true }];
        return projects.Count == 0 ? [target] : projects.Distinct(StringComparer.Ordinal).Select(project => target with { Project = project });
    }

    private IReadOnlyList<string> Regions(CloudOverrides overrides)
    {
        if (overrides.Region is { } wanted) return [wanted];
        var configured = values.Texts("region");
        return configured.Count > 0 ? [.. configured.Distinct(StringComparer.Ordinal)] : [overrides.OtherwiseRegion ?? DefaultRegion];
    }

    private string? Filled(string key, string? address, string region)
    {
        if (address is null || !address.Contains(RegionPlaceholder, StringComparison.Ordinal)) return address;
        if (region.Length > 0 && region.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return address.Replace(RegionPlaceholder, region, StringComparison.Ordinal);
        values.Wrong(key, region.Length == 0 ? $"{RegionPlaceholder} stands here, and the cloud names no \"region\"" : $"the region \"{region}\" cannot stand in an address in the place of {RegionPlaceholder}");
        return null;
    }

    private SignIn? SignIn(string? identity, CloudOverrides overrides)
    {
        if (overrides.Authentication is { } other) return other(identity) is { } chosen ? new SignIn(chosen, null) : null;
        var usual = new EnvironmentSignIn(invocation, identity);
        if (!values.Has(CloudKeys.Auth)) return usual.Read();
        return values.Text(CloudKeys.Auth) is { } byName ? usual.Of(byName) : new ConfiguredSignIn(invocation, values, $"cloud \"{name}\"").Read(identity);
    }

    private string Interface(CloudOverrides overrides)
    {
        var text = values.Text("interface") ?? overrides.OtherwiseInterface ?? CatalogueInterface.Default;
        if (CatalogueInterface.Of(text) is { } face) return face;
        values.Wrong("interface", $"the interface is \"{text}\"; expected is {string.Join(", ", CatalogueInterface.Names)}{NearestName.Suggest(text, CatalogueInterface.Names)}");
        return CatalogueInterface.Default;
    }
}
