using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Collection.Clouds;

namespace ImsAudit.Cli.Sources;

/// <summary>The one target of the options and the environment, where no cloud is named.</summary>
internal sealed class OpenStackEnvironment(Invocation invocation)
{
    private Settings Settings => invocation.Settings;

    /// <summary>Null, and noted, when something is missing or wrong.</summary>
    public CollectionTarget? Target()
    {
        var options = Settings.Options.Source;
        var endpoint = Settings.Text(options.Endpoint) ?? Variable("OS_IMAGE_ENDPOINT_OVERRIDE");
        var region = Settings.Text(options.Region) ?? Variable("OS_REGION_NAME");
        if (endpoint is null && region is null && Variable("OS_AUTH_URL") is null)
            Settings.Mistake(Nothing);
        if (new EnvironmentSignIn(invocation).Read() is not { } signIn || Interface() is not { } face) return null;
        var project = Settings.Text(options.Project) ?? signIn.Project;
        return new CollectionTarget
        {
            Endpoint = endpoint,
            EndpointSource = Settings.Text(options.Endpoint) is null ? "OS_IMAGE_ENDPOINT_OVERRIDE" : options.Endpoint.Name,
            Region = region,
            Project = project == AllProjects ? null : project,
            FindsProjects = project == AllProjects,
            Interface = face,
            Authentication = signIn.Authentication,
        };
    }

    /// <summary>A command that takes no files advises none.</summary>
    private string Nothing => Settings.Takes(Settings.Options.Source.From)
        ? "Nothing says where the images are. Name a file with --from, a cloud with --cloud, or an endpoint with --endpoint or --region, or set OS_AUTH_URL; \"imsaudit demo\" needs none of them."
        : "Nothing says where to sign in. Name a cloud with --cloud, or an endpoint with --endpoint or --region, or set OS_AUTH_URL.";

    /// <summary>For every project that the credentials open.</summary>
    public const string AllProjects = "*";

    private string? Interface()
    {
        var text = Variable("OS_INTERFACE") ?? CatalogueInterface.Default;
        if (CatalogueInterface.Of(text) is { } face) return face;
        Settings.Mistake($"OS_INTERFACE is \"{text}\"; expected is {string.Join(", ", CatalogueInterface.Names)}.");
        return null;
    }

    private string? Variable(string name) => invocation.Surroundings.Variable(name);
}
