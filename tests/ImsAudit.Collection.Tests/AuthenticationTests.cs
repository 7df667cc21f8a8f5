using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

public sealed class AuthenticationTests
{
    private const string Password = "pa55-w0rd";

    private static readonly CategorySet PrivateAndPublic = CategorySet.Of(ImageCategory.Private, ImageCategory.Public);

    [Fact]
    public async Task Token_goes_to_the_endpoint()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null, "a")));

        await new Collect { Authentication = new TokenAuthentication(new Secret("t0k3n")) }.RunAsync(server.Url);

        server.Requests.ShouldHaveSingleItem().Token.ShouldBe("t0k3n");
    }

    [Fact]
    public async Task Nobody_sends_no_token()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null, "a")));

        await Collect.FromAsync(server);

        server.Requests.ShouldHaveSingleItem().Token.ShouldBeNull();
    }

    [Fact]
    public async Task Refused_token_is_the_error_after_one_try_and_is_never_quoted()
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(401, """{"error":{"message":"t0k3n is not valid","code":401,"title":"Unauthorized"}}"""));

        var collected = await new Collect { Authentication = new TokenAuthentication(new Secret("t0k3n")) }.RunAsync(server.Url);

        collected.Error.ShouldContain("(401: \"*** is not valid\")");
        collected.Error.ShouldNotContain("t0k3n");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("https://evil.example/v2/images?marker=gAAA-t0k3n==")]
    [InlineData("/v2/images?marker=gAAA-t0k3n%3D%3D")]
    public async Task Token_that_the_server_echoes_in_a_link_stands_in_no_error_and_no_note(string next)
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(next, "gAAA-t0k3n==")), Answer.Json(Page.Of(next, "b", "gAAA-t0k3n==")));

        var collected = await new Collect { Authentication = new TokenAuthentication(new Secret("gAAA-t0k3n==")) }.RunAsync(server.Url);

        string.Join(' ', [.. collected.Listing.Drift, collected.Error, collected.Listing.FirstId, collected.Listing.LastId]).ShouldNotContain("t0k3n");
    }

    [Fact]
    public async Task Given_token_that_expires_on_the_way_is_the_error_and_what_came_stays()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Of(401));

        var collected = await new Collect { Authentication = new TokenAuthentication(new Secret("t0k3n")) }.RunAsync(server.Url);

        collected.Ids.ShouldBe(["a"]);
        collected.Error.ShouldContain("page 2");
        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/v3")]
    [InlineData("/v3/")]
    public async Task Password_signs_in_and_the_token_tells_project_and_endpoint(string suffix)
    {
        await using var cloud = Cloud(request => Answer.Json(Page.Of(null, request["owner"] is null ? "pub" : "mine")));

        var collected = await SignInAsync(cloud, suffix);

        cloud.Requests[0].Path.ShouldBe("/v3/auth/tokens");
        Keystone.Auth(cloud.Requests[0]).ToJsonString().ShouldBe(
            """{"identity":{"methods":["password"],"password":{"user":{"name":"u","password":"pa55-w0rd","domain":{"name":"ud"}}}},"scope":{"project":{"name":"pn","domain":{"name":"pd"}}}}""");
        cloud.Requests.Skip(1).ShouldAllBe(request => request.Token == "token-1");
        collected[ImageCategory.Private].Query.ShouldBe("owner=p-from-token");
        collected[ImageCategory.Private].Scope.ShouldBe(new ImageScope(null, "r1", "p-from-token"));
        collected[ImageCategory.Public].Scope.ShouldBe(new ImageScope(null, "r1", null));
        collected.Result.Projects.Owns(new ImageScope(null, "r1", null), "p-from-token").ShouldBe(true);
    }

    [Fact]
    public async Task Project_id_is_preferred_to_its_name()
    {
        await using var cloud = Cloud(_ => Answer.Json(Page.Of(null)));

        await SignInAsync(cloud, "", project: "pid");

        Keystone.Auth(cloud.Requests[0])["scope"]!.ToJsonString().ShouldBe("""{"project":{"id":"pid"}}""");
    }

    [Fact]
    public async Task Wrong_password_is_tried_once_and_fails_every_listing()
    {
        await using var keystone = ScriptedServer.InTurn(Answer.Of(401, $$$"""{"error":{"code":401,"message":"{{{Password}}} is wrong","title":"Unauthorized"}}"""));

        var collected = await SignInAsync(keystone, "");

        keystone.Requests.Count.ShouldBe(1);
        collected.Result.Listings.Select(listing => listing.Category).ShouldBe([ImageCategory.Private, ImageCategory.Public]);
        collected.Result.Listings.ShouldAllBe(listing => !listing.Complete && listing.Error!.Contains("OS_PASSWORD") && !listing.Error.Contains(Password));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":{}}""")]
    [InlineData("""{"token":{"project":7}}""")]
    [InlineData("<html>")]
    public async Task Answer_that_is_no_project_token_fails_every_listing(string body)
    {
        await using var keystone = ScriptedServer.InTurn(Answer.Of(201, body, "application/json", ("X-Subject-Token", "t")));

        (await SignInAsync(keystone, "")).Result.Listings.ShouldAllBe(listing => listing.Error!.Contains("signing in at"));
    }

    [Fact]
    public async Task Keystone_that_fails_for_a_moment_is_asked_again()
    {
        var asked = 0;
        await using var cloud = Cloud(_ => Answer.Json(Page.Of(null)), token: () => ++asked == 1 ? Answer.Of(503) : null);

        (await SignInAsync(cloud, "")).Result.Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task Token_that_expires_on_the_way_is_renewed_once_for_all_listings()
    {
        await using var cloud = Cloud(request => (request.Token, request.Marker) switch
        {
            ("token-1", not null) => Answer.Of(401),
            (_, null) => Answer.Json(Page.Of(Page.Next("a"), "a")),
            _ => Answer.Json(Page.Of(null, "b")),
        });

        var collected = await SignInAsync(cloud, "", categories: CategorySet.All);

        collected.Result.Complete.ShouldBeTrue();
        collected.Result.Listings.ShouldAllBe(listing => listing.Images == 2);
        cloud.Requests.Count(request => request.Method == "POST").ShouldBe(2);
    }

    [Fact]
    public async Task Renewed_token_that_is_refused_at_once_is_the_error()
    {
        await using var cloud = Cloud(request => request.Marker is null ? Answer.Json(Page.Of(Page.Next("a"), "a")) : Answer.Of(401));

        var collected = await SignInAsync(cloud, "", categories: CategorySet.Of(ImageCategory.Public));

        collected.Error.ShouldContain("answered 401");
        cloud.Requests.Count(request => request.Method == "POST").ShouldBe(2);
        cloud.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Fresh_token_that_is_refused_is_not_renewed()
    {
        await using var cloud = Cloud(_ => Answer.Of(401));

        (await SignInAsync(cloud, "")).Result.Complete.ShouldBeFalse();
        cloud.Requests.Count(request => request.Method == "POST").ShouldBe(1);
    }

    [Fact]
    public async Task Renewal_that_fails_is_tried_once_and_is_the_error()
    {
        var asked = 0;
        await using var cloud = Cloud(
            request => request.Marker is null ? Answer.Json(Page.Of(Page.Next("a"), "a")) : Answer.Of(401),
            token: () => ++asked > 1 ? Answer.Of(401, """{"error":{"message":"locked"}}""") : null);

        var collected = await SignInAsync(cloud, "");

        collected.Result.Listings.ShouldAllBe(listing => listing.Error!.Contains("could not be renewed") && listing.Error.Contains("locked"));
        cloud.Requests.Count(request => request.Method == "POST").ShouldBe(2);
    }

    [Fact]
    public async Task Admin_cannot_tell_shares_apart_so_they_are_incomplete_though_walked()
    {
        await using var cloud = Cloud(_ => Answer.Json(Page.Of(null, "a")), role: "Admin");

        var collected = await SignInAsync(cloud, "", categories: CategorySet.All);

        foreach (var listing in collected.Result.Listings)
        {
            listing.Images.ShouldBe(1);
            listing.Complete.ShouldBe(listing.Category.MemberStatus() is null);
            if (!listing.Complete) listing.Error!.ShouldContain("role admin");
        }
    }

    [Fact]
    public async Task Catalogue_with_several_regions_needs_one_named()
    {
        await using var cloud = Cloud(_ => Answer.Json(Page.Of(null)), endpoints: url => [Keystone.Endpoint(url, "r1"), Keystone.Endpoint(url, "r2")]);

        (await Should.ThrowAsync<ConfigurationException>(() => SignInAsync(cloud, ""))).Mistakes.ShouldHaveSingleItem().ShouldContain("(r1, r2)");
        (await SignInAsync(cloud, "", region: "r2"))[ImageCategory.Private].Scope.Region.ShouldBe("r2");
        (await Should.ThrowAsync<ConfigurationException>(() => SignInAsync(cloud, "", region: "r3"))).Message.ShouldContain("\"r3\"");
    }

    [Fact]
    public async Task Catalogue_is_read_by_interface()
    {
        await using var cloud = Cloud(_ => Answer.Json(Page.Of(null)), endpoints: url => [Keystone.Endpoint("http://inside.invalid", "r1", "internal"), Keystone.Endpoint(url)]);

        (await SignInAsync(cloud, "")).Result.Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task Endpoint_that_is_given_goes_before_the_catalogue()
    {
        await using var endpoint = ScriptedServer.InTurn(Answer.Json(Page.Of(null)));
        await using var cloud = Cloud(_ => Answer.Of(500), endpoints: _ => [Keystone.Endpoint("http://wrong.invalid")]);

        (await SignInAsync(cloud, "", endpoint: endpoint.Url)).Result.Complete.ShouldBeTrue();

        endpoint.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public void Secret_prints_as_asterisks() => $"{new Secret(Password)}".ShouldBe("***");

    /// <summary>Keystone and Glance in one server.</summary>
    private static ScriptedServer Cloud(
        Func<ServerRequest, Answer> glance, Func<Answer?>? token = null, string role = "member", Func<string, string[]>? endpoints = null)
    {
        var issued = 0;
        return new ScriptedServer(request =>
        {
            if (request.Method != "POST") return glance(request);
            var url = $"http://{request.Headers["Host"]}";
            var project = (string?)Keystone.Auth(request)["scope"]!["project"]!["id"] ?? "p-from-token";
            return token?.Invoke() ?? Keystone.Token($"token-{Interlocked.Increment(ref issued)}", endpoints?.Invoke(url) ?? [Keystone.Endpoint(url)], role, project);
        });
    }

    private static Task<Collected> SignInAsync(
        ScriptedServer keystone, string suffix, string? project = null, CategorySet? categories = null, string? region = null, string? endpoint = null)
    {
        var user = new PasswordAuthentication
        {
            AuthUrl = keystone.Url + suffix,
            UserName = "u",
            Password = new Secret(Password),
            UserDomainName = "ud",
            ProjectName = "pn",
            ProjectDomainName = "pd",
        };
        var run = new Collect { Authentication = user, Project = project, Region = region, Settings = Collect.Defaults with { Categories = categories ?? PrivateAndPublic } };
        return run.RunAsync(endpoint);
    }
}
