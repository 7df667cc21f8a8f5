using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Collection.Credentials;

namespace ImsAudit.Cli.Sources;

/// <summary>Endpoint and credentials as OpenStack clients take them from the environment, or as Huawei Cloud's SDKs do. No option holds a secret.</summary>
internal sealed class OpenStackEnvironment(Invocation invocation)
{
    private static readonly string[] s_kinds = ["none", "token", "password", "aksk"];
    private static readonly string[] s_forPassword = ["OS_AUTH_URL", "OS_USERNAME", "OS_PASSWORD"];
    private static readonly string[] s_interfaces = ["public", "internal", "admin"];

    private readonly HuaweiCloudEnvironment _huaweiCloud = new(invocation);

    private Settings Settings => invocation.Settings;

    /// <summary>Null, and noted, when something is missing or wrong.</summary>
    public CollectionTarget? Target()
    {
        var options = Settings.Options.Source;
        var endpoint = Settings.Text(options.Endpoint) ?? Variable("OS_IMAGE_ENDPOINT_OVERRIDE");
        var region = Settings.Text(options.Region) ?? Variable("OS_REGION_NAME");
        if (endpoint is null && region is null && Variable("OS_AUTH_URL") is null)
            Settings.Mistake("Nothing says where the images are. Name a file with --from, or an endpoint with --endpoint or --region, or set OS_AUTH_URL; \"imsaudit demo\" needs none of them.");
        return Authentication() is var (authentication, project) && Interface() is { } face
            ? new CollectionTarget { Endpoint = endpoint, Region = region, Project = Settings.Text(options.Project) ?? project, Interface = face, Authentication = authentication }
            : null;
    }

    /// <summary>The way in, and the project that comes with it.</summary>
    private (Authentication Authentication, string? Project)? Authentication()
    {
        var kind = Kind();
        if (kind == "aksk") return _huaweiCloud.Read() is var (key, project) ? (key, project) : null;
        return OfOpenStack(kind) is { } authentication ? (authentication, Variable("OS_PROJECT_ID")) : null;
    }

    private Authentication? OfOpenStack(string kind) => kind switch
    {
        "none" => new NoAuthentication(),
        "token" => Token() is { } token ? new TokenAuthentication(new Secret(token)) { AuthUrl = Variable("OS_AUTH_URL") } : Missing("--auth token", ["OS_TOKEN"]),
        _ => Password(),
    };

    private string Kind()
    {
        var option = Settings.Options.Source.Auth;
        if (Settings.IsGiven(option)) return Settings.Choice(option, s_kinds);
        if (Token() is not null) return "token";
        if (Variable("OS_USERNAME") is not null || Variable("OS_PASSWORD") is not null) return "password";
        if (_huaweiCloud.IsInEnvironment) return "aksk";
        // Who names an identity service means to sign in there; a file that lies about says less.
        if (Variable("OS_AUTH_URL") is not null) return "password";
        return _huaweiCloud.IsInFile ? "aksk" : "none";
    }

    private Authentication? Password()
    {
        var missing = s_forPassword.Where(name => Variable(name) is null).ToList();
        if (missing.Count > 0) return Missing("Signing in with a password", missing);
        return new PasswordAuthentication
        {
            AuthUrl = Variable("OS_AUTH_URL")!,
            UserName = Variable("OS_USERNAME")!,
            Password = new Secret(Variable("OS_PASSWORD")!),
            UserDomainName = Variable("OS_USER_DOMAIN_NAME"),
            UserDomainId = Variable("OS_USER_DOMAIN_ID"),
            ProjectName = Variable("OS_PROJECT_NAME"),
            ProjectDomainName = Variable("OS_PROJECT_DOMAIN_NAME"),
            ProjectDomainId = Variable("OS_PROJECT_DOMAIN_ID"),
        };
    }

    private Authentication? Missing(string what, List<string> names)
    {
        Settings.Mistake($"{what} needs {string.Join(" and ", names)} in the environment. Set {(names.Count == 1 ? "it" : "them")}, or choose another way with --auth.");
        return null;
    }

    private string? Interface()
    {
        // Older clients write publicURL.
        var text = (Variable("OS_INTERFACE") ?? s_interfaces[0]).Replace("URL", "", StringComparison.Ordinal);
        if (s_interfaces.Contains(text)) return text;
        Settings.Mistake($"OS_INTERFACE is \"{text}\"; expected is {string.Join(", ", s_interfaces)}.");
        return null;
    }

    private string? Token() => Variable("OS_TOKEN") ?? Variable("OS_AUTH_TOKEN");

    private string? Variable(string name) => invocation.Surroundings.Variable(name);
}
