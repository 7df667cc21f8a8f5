using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;
using ImsAudit.Wording;

namespace ImsAudit.Collection.Clouds;

/// <summary>One cloud of <c>clouds.yaml</c> and <c>secure.yaml</c> together.</summary>
internal sealed class YamlCloud(string name, IReadOnlyList<YamlMap> layers, CloudsYamlSearch search, ICollection<string> mistakes)
{
    private static readonly Dictionary<string, CredentialKind> s_types = new(StringComparer.Ordinal)
    {
        ["password"] = CredentialKind.Password,
        ["v3password"] = CredentialKind.Password,
        ["token"] = CredentialKind.Token,
        ["v3token"] = CredentialKind.Token,
        ["v3applicationcredential"] = CredentialKind.ApplicationCredential,
        ["none"] = CredentialKind.None,
    };

    private readonly YamlSettings _cloud = new(layers, mistakes);

    /// <summary>One target a region.</summary>
    public IReadOnlyList<CollectionTarget> Targets(CloudOverrides overrides)
    {
        var shared = new Lazy<Authentication?>(() => Authentication(_cloud, overrides));
        var targets = new List<CollectionTarget>();
        foreach (var region in YamlRegion.Of(_cloud, overrides, mistakes))
        {
            var settings = _cloud.Under(region.Values);
            Refuse(settings);
            // Regions with the same account share it, so that it is tried once.
            var authentication = region.Values?.Find("auth") is null ? shared.Value : Authentication(settings, overrides);
            if (authentication is not null && Interface(settings, overrides) is { } face) targets.Add(Target(settings, overrides, authentication) with { Region = region.Name, Interface = face });
        }
        return targets;
    }

    private CollectionTarget Target(YamlSettings settings, CloudOverrides overrides, Authentication authentication)
    {
        var project = overrides.Project ?? KeystoneSettings.ProjectId(Credentials(settings));
        var endpoint = settings.Text("image_endpoint_override") ?? (authentication is NoAuthentication ? settings.Below("auth").Text("endpoint") : null);
        var certificates = settings.Text("cacert");
        return new CollectionTarget
        {
            Cloud = name,
            Endpoint = overrides.Endpoint ?? endpoint,
            EndpointSource = overrides.Endpoint is null ? $"image_endpoint_override of {_cloud.Place}" : overrides.EndpointSource,
            Project = project == "*" ? null : project,
            FindsProjects = project == "*",
            CaCertificateFile = overrides.CaCertificateFile ?? (certificates is null ? null : search.Expand(certificates)),
            Authentication = authentication,
        };
    }

    private Authentication? Authentication(YamlSettings settings, CloudOverrides overrides)
    {
        if (overrides.Authentication is { } other) return other(settings.Below("auth").Text("auth_url"));
        var credentials = Credentials(settings);
        return Kind(settings, credentials) is { } kind ? KeystoneSettings.Read(kind, credentials, mistakes) : null;
    }

    private CredentialKind? Kind(YamlSettings settings, CredentialSettings credentials)
    {
        if (settings.Text("auth_type") is not { } type) return credentials.Told ?? CredentialKind.Password;
        if (s_types.TryGetValue(type, out var kind)) return kind;
        mistakes.Add(CloudSentences.UnknownAuthType(settings.Find("auth_type")!.Place, type, s_types.Keys));
        return null;
    }

    /// <summary>OpenStack's clients take what is missing below <c>auth</c> from beside it.</summary>
    private CredentialSettings Credentials(YamlSettings settings)
    {
        var auth = settings.Below("auth");
        return new CredentialSettings(new CredentialSource($"{_cloud.Place} (cloud \"{name}\")", key => $"auth.{key}"), key => auth.Text(key) ?? settings.Text(key));
    }

    private string? Interface(YamlSettings settings, CloudOverrides overrides)
    {
        var key = settings.Find("interface") is null ? "endpoint_type" : "interface";
        var text = settings.Text(key) ?? overrides.OtherwiseInterface ?? CatalogueInterface.Default;
        if (CatalogueInterface.Of(text) is { } face) return face;
        mistakes.Add($"{settings.Find(key)?.Place ?? _cloud.Place}: the interface is \"{text}\"; expected is {string.Join(", ", CatalogueInterface.Names)}{NearestName.Suggest(text, CatalogueInterface.Names)}");
        return null;
    }

    private void Refuse(YamlSettings settings)
    {
        if (settings.Text("verify") is { } verify && YamlTruth.Of(verify) == false) mistakes.Add(CloudSentences.NoTls(settings.Find("verify")!.Place, "verify: false"));
        if (settings.Text("insecure") is { } insecure && YamlTruth.Of(insecure) != false) mistakes.Add(CloudSentences.NoTls(settings.Find("insecure")!.Place, "insecure"));
        if (settings.Find("profile") is { } profile && settings.Below("auth").Find("auth_url") is null && settings.Find("image_endpoint_override") is null)
            mistakes.Add($"{profile.Place}: profiles of vendors are not known here; write auth.auth_url into the cloud.");
    }
}
