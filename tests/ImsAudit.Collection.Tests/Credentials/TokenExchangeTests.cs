using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests.Credentials;

/// <summary>A token that is for no project, or for another than the one that is named, is exchanged.</summary>
public sealed class TokenExchangeTests
{
    private const string Given = "g1ven-t0ken";

    private const string Unscoped = """{"token":{"user":{"name":"u"}}}""";

    [Theory]
    [InlineData("p1", null, """{"id":"p1"}""")]
    [InlineData(null, "demo", """{"name":"demo","domain":{"id":"d"}}""")]
    public async Task Token_for_no_project_is_exchanged_for_the_named_one(string? project, string? projectName, string scope)
    {
        await using var cloud = Cloud(Answer.Json(Unscoped));

        var collected = await CollectAsync(cloud, project, projectName);

        Keystone.Auth(cloud.Requests[1]).ToJsonString().ShouldBe($$$"""{"identity":{"methods":["token"],"token":{"id":"{{{Given}}}"}},"scope":{"project":{{{scope}}}}}""");
        cloud.Requests[^1].Token.ShouldBe("exchanged");
        collected.Listing.Query.ShouldBe("owner=p1");
        collected.Result.Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task Token_of_another_project_is_exchanged_as_well()
    {
        await using var cloud = Cloud(Keystone.Token(Given, [], project: "p-other"));

        (await CollectAsync(cloud, "p1", projectName: null)).Result.Complete.ShouldBeTrue();

        cloud.Requests[^1].Token.ShouldBe("exchanged");
    }

    [Fact]
    public async Task Token_that_fits_is_used_as_it_is()
    {
        await using var cloud = Cloud(Keystone.Token(Given, [Keystone.Endpoint("http://127.0.0.1:1")], project: "p1"));

        await CollectAsync(cloud, "p1", "demo", endpoint: cloud.Url);

        cloud.Requests.ShouldAllBe(request => request.Method == "GET" && request.Token == Given);
    }

    [Fact]
    public async Task Token_for_no_project_with_none_named_fails_the_listing()
    {
        await using var cloud = Cloud(Answer.Json(Unscoped));

        var collected = await CollectAsync(cloud, project: null, projectName: null);

        collected.Error.ShouldContain("not for a project");
        cloud.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Exchange_that_is_refused_fails_the_listing_and_quotes_neither_token()
    {
        await using var cloud = new ScriptedServer(request => request.Method == "GET" ? Answer.Json(Unscoped) : Answer.Of(403, $$$"""{"error":{"message":"{{{Given}}}"}}"""));

        var collected = await CollectAsync(cloud, "p1", projectName: null);

        collected.Error.ShouldContain("403");
        collected.Error.ShouldNotContain(Given);
    }

    private static ScriptedServer Cloud(Answer lookUp) => new(request => (request.Method, request.Path) switch
    {
        ("GET", "/v3/auth/tokens") => lookUp,
        ("POST", _) => Keystone.Token("exchanged", [Keystone.Endpoint($"http://{request.Headers["Host"]}")], project: "p1"),
        _ => Answer.Json(Page.Of(null, "a")),
    });

    private static Task<Collected> CollectAsync(ScriptedServer cloud, string? project, string? projectName, string? endpoint = null) => new Collect
    {
        Authentication = new TokenAuthentication(new Secret(Given)) { AuthUrl = cloud.Url, ProjectName = projectName, ProjectDomain = new KeystoneDomain(null, "d") },
        Project = project,
        Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Private) },
    }.RunAsync(endpoint);
}
