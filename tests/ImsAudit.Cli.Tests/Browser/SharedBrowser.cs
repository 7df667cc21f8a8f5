namespace ImsAudit.Cli.Tests.Browser;

/// <summary>All tests in the browser share one, and its reports.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "browser";
}
