using ImsAudit.Cli.Configuration;
using ImsAudit.Collection;
using ImsAudit.Collection.Clouds;
using Microsoft.Extensions.Configuration;

namespace ImsAudit.Cli.Sources;

/// <summary>The clouds of the configuration: those of <c>imsaudit.json</c>, and over them <c>IMSAUDIT__CLOUDS__…</c>.</summary>
internal sealed class ConfiguredClouds(Invocation invocation)
{
    private readonly IConfigurationSection _clouds = invocation.Settings.Configuration.Values.GetSection(CloudKeys.Clouds);

    public IReadOnlyList<string> Names => [.. _clouds.GetChildren().Select(cloud => invocation.Settings.Configuration.Places.NameOf(cloud.Path))];

    /// <summary>The name as it is configured; null where no cloud has it. The case of letters makes no difference, as in variables.</summary>
    public string? Find(string name) => Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The targets of a cloud. Mistakes are noted, and what is returned is good only without any.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public IReadOnlyList<CollectionTarget> Targets(string name, CloudOverrides overrides) =>
        new ConfiguredCloud(invocation, name, new CloudValues(invocation, _clouds.GetSection(name))).Targets(overrides);
}
