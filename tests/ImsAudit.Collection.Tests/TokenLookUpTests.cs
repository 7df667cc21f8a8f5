using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

/// <summary>A token that was given: what may it see? Only the identity service knows.</summary>
public sealed class TokenLookUpTests
{
    private const string Token = "t0k3n";

    [Fact]
    public async Task Token_is_looked_up_as_itself_and_tells_project_and_endpoint()
    {
        await using var cloud = Cloud(Keystone.Endpoint);

        var collected = await CollectAsync(cloud.Url, endpoint: null, project: null);

        var lookUp = cloud.Requests[0];
        (lookUp.Method, lookUp.Path, lookUp.Token, lookUp.Headers["X-Subject-Token"]).ShouldBe(("GET", "/v3/auth/tokens", Token, Token));
        collected[ImageCategory.Private].Query.ShouldBe("owner=p-from-token");
        collected[ImageCategory.Private].Scope.ShouldBe(new ImageScope(null, "r1", "p-from-token"));
        collected.Result.Complete.ShouldBeTrue();
        collected.Result.Notes.ShouldBeEmpty();
        collected.Result.Listings.ShouldAllBe(listing => listing.Notes.Count == 0);
    }

    [Fact]
    public async Task Admin_role_of_a_given_token_makes_the_share_listings_incomplete()
    {
        await using var cloud = Cloud(Keystone.Endpoint, role: "admin");

        var collected = await CollectAsync(cloud.Url, endpoint: null, project: null);

        foreach (var listing in collected.Result.Listings) listing.Complete.ShouldBe(listing.Category.MemberStatus() is null, listing.Category.Name());
        collected[ImageCategory.SharedPending].Error!.ShouldContain("role admin");
    }

    [Fact]
    public async Task Admin_may_look_into_another_project_than_the_token_is_for()
    {
        await using var cloud = Cloud(Keystone.Endpoint, role: "admin");

        var collected = await CollectAsync(cloud.Url, endpoint: null, project: "other");

        collected[ImageCategory.Private].Complete.ShouldBeTrue();
        collected[ImageCategory.Private].Query.ShouldBe("owner=other");
    }

    [Fact]
    public async Task Token_of_another_project_is_a_mistake_and_not_an_empty_estate()
    {
        await using var cloud = Cloud(Keystone.Endpoint);

        var mistake = await Should.ThrowAsync<ConfigurationException>(() => CollectAsync(cloud.Url, endpoint: null, project: "other"));

        mistake.Message.ShouldContain("\"p-from-token\"");
        mistake.Message.ShouldContain("\"other\"");
        cloud.Requests.Select(request => request.Method).ShouldBe(["GET", "POST"], customMessage: "it was looked up, and could not be exchanged");
    }

    [Fact]
    public async Task Roles_that_nobody_was_asked_about_are_said_to_be_unknown()
    {
        await using var server = new ScriptedServer(_ => Answer.Json(Page.Of(null)));

        var collected = await CollectAsync(authUrl: null, server.Url, "p1");

        collected.Result.Complete.ShouldBeTrue();
        collected.Result.Notes.ShouldHaveSingleItem().ShouldContain("Give OS_AUTH_URL");
        foreach (var listing in collected.Result.Listings)
            listing.Notes.ShouldBe(listing.Category.MemberStatus() is null ? [] : collected.Result.Notes);
    }

    [Fact]
    public async Task Roles_matter_for_shares_only()
    {
        await using var server = new ScriptedServer(_ => Answer.Json(Page.Of(null)));

        var collected = await CollectAsync(authUrl: null, server.Url, "p1", CategorySet.Of(ImageCategory.Private, ImageCategory.Public));

        collected.Result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Look_up_that_fails_leaves_the_roles_unknown_and_quotes_no_token()
    {
        await using var identity = ScriptedServer.InTurn(Answer.Of(403, $$$"""{"error":{"message":"{{{Token}}}"}}"""));
        await using var server = new ScriptedServer(_ => Answer.Json(Page.Of(null)));

        var collected = await CollectAsync(identity.Url, server.Url, "p1");

        var note = collected.Result.Notes.ShouldHaveSingleItem();
        note.ShouldContain("admin role is not known");
        note.ShouldContain("403");
        note.ShouldNotContain(Token);
        collected.Result.Complete.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, "p1")]
    [InlineData(true, null)]
    public async Task Look_up_that_fails_where_it_is_needed_fails_every_listing(bool withEndpoint, string? project)
    {
        await using var identity = ScriptedServer.InTurn(Answer.Of(401));
        await using var server = new ScriptedServer(_ => Answer.Json(Page.Of(null)));

        var collected = await CollectAsync(identity.Url, withEndpoint ? server.Url : null, project);

        collected.Result.Listings.Count.ShouldBe(6);
        collected.Result.Listings.ShouldAllBe(listing => !listing.Complete && listing.Error!.Contains("OS_TOKEN"));
        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":{"roles":[{"name":"admin"}]}}""")]
    [InlineData("<html>")]
    public async Task Answer_that_is_no_project_token_leaves_the_roles_unknown(string body)
    {
        await using var identity = ScriptedServer.InTurn(Answer.Json(body));
        await using var server = new ScriptedServer(_ => Answer.Json(Page.Of(null)));

        (await CollectAsync(identity.Url, server.Url, "p1")).Result.Notes.ShouldHaveSingleItem().ShouldContain("not known");
    }

    [Fact]
    public async Task Identity_address_that_is_none_is_a_mistake()
    {
        var mistake = await Should.ThrowAsync<ConfigurationException>(() => CollectAsync("keystone:5000", "http://127.0.0.1:1", "p1"));

        mistake.Mistakes.ShouldHaveSingleItem().ShouldContain("OS_AUTH_URL");
    }

    /// <summary>Keystone and an empty IMS in one server.</summary>
    private static ScriptedServer Cloud(Func<string, string, string, string> endpoint, string role = "member") => new(request =>
        request.Path == "/v3/auth/tokens"
            ? Keystone.Token(Token, [endpoint($"http://{request.Headers["Host"]}", "r1", "public")], role)
            : Answer.Json(Page.Of(null)));

    private static Task<Collected> CollectAsync(string? authUrl, string? endpoint, string? project, CategorySet? categories = null) => new Collect
    {
        Authentication = new TokenAuthentication(new Secret(Token)) { AuthUrl = authUrl },
        Project = project,
        Settings = Collect.Defaults with { Categories = categories ?? CategorySet.All },
    }.RunAsync(endpoint);
}
