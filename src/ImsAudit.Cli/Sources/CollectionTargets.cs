using ImsAudit.Collection;

namespace ImsAudit.Cli.Sources;

/// <summary>What is asked for images: the clouds that are named or configured, else what the other options and the environment say.</summary>
internal static class CollectionTargets
{
    /// <summary>Notes mistakes; what is returned is good only without any.</summary>
    public static IReadOnlyList<CollectionTarget> Read(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options.Source);
        var configured = new ConfiguredClouds(invocation);
        // An endpoint on the command line goes over what is configured, be it one cloud or all; a cloud beside it is named there too.
        var byEndpoint = settings.IsOnCommandLine(options.Endpoint) && !settings.IsOnCommandLine(options.Cloud);
        IReadOnlyList<string> names = byEndpoint ? [] : settings.Texts(options.Cloud);
        if (names.Count == 0 && invocation.Surroundings.Variable("OS_CLOUD") is { } cloud) names = [cloud];
        if (names.Count == 0 && !byEndpoint && !settings.IsGiven(options.Endpoint)) names = configured.Names;
        if (names.Count > 0) return new NamedClouds(invocation, configured).Targets([.. names.Distinct(StringComparer.Ordinal)]);
        return new OpenStackEnvironment(invocation).Target() is { } target ? [target] : [];
    }
}
