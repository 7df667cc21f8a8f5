namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>The tests that share the real servers, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RealServers : ICollectionFixture<RealGlanceFixture>
{
    public const string Name = "real Glance";
}
