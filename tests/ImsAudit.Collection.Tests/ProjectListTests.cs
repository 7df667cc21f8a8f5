using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

/// <summary>Projects that are looked for: all of them, or a failure.</summary>
public sealed class ProjectListTests
{
    [Fact]
    public async Task List_is_followed_to_its_end()
    {
        await using var cloud = Cloud(request => request["page"] is null ? Projects("/v3/auth/projects?page=2", "p1") : Projects(null, "p2", "p1"));

        var collected = await CollectAsync(cloud);

        collected.Result.Listings.Select(listing => listing.Scope.Project).ShouldBe(["p1", "p2"]);
        collected.Result.Complete.ShouldBeTrue();
        cloud.Requests.Where(request => request.Path == "/v3/auth/projects").ShouldAllBe(request => request.Token == "token");
    }

    [Theory]
    [InlineData("https://evil.example/v3/auth/projects?page=2", "goes on at another address")]
    [InlineData("/v3/users", "goes on at another address")]
    [InlineData("/v3/auth/projects?page=1", "did not end")]
    public async Task List_that_goes_on_where_it_must_not_is_a_failure(string next, string said)
    {
        await using var cloud = Cloud(_ => Projects(next, "p1"));

        var collected = await CollectAsync(cloud);

        collected.Error.ShouldContain(said);
        cloud.Requests.ShouldNotContain(request => request.Path == "/v3/users");
    }

    [Theory]
    [InlineData(200, "{}", "no list of projects")]
    [InlineData(200, """{"projects":[{"name":"x"}]}""", "without an id")]
    [InlineData(200, "<html>", "no readable JSON")]
    [InlineData(200, """{"projects":[]}""", "names no project")]
    [InlineData(200, """{"projects":[{"id":"p1","enabled":false}]}""", "names no project")]
    [InlineData(403, "{}", "403")]
    public async Task Answer_that_names_nothing_fails_the_listings(int status, string body, string said)
    {
        await using var cloud = Cloud(_ => Answer.Of(status, body));

        var collected = await CollectAsync(cloud);

        collected.Error.ShouldContain(said);
        collected.Listing.Scope.Project.ShouldBeNull();
    }

    [Fact]
    public async Task Identity_service_is_asked_once_for_all_regions()
    {
        await using var cloud = Cloud(_ => Projects(null, "p1"));
        var target = Target(cloud);

        var collected = await Run.RunAsync([target with { Region = "r1" }, target with { Region = "r2" }]);

        collected.Result.Listings.Select(listing => listing.Scope.Region).ShouldBe(["r1", "r2"]);
        cloud.Requests.Count(request => request.Path == "/v3/auth/projects").ShouldBe(1);
    }

    [Fact]
    public async Task Found_project_that_the_user_did_not_name_is_a_failure_and_no_mistake_when_it_has_no_endpoint()
    {
        await using var cloud = Cloud(_ => Projects(null, "p1"));

        var collected = await Run.RunAsync([Target(cloud) with { Region = "nowhere", Endpoint = null }]);

        collected.Error.ShouldContain("nowhere");
    }

    [Fact]
    public async Task Projects_cannot_be_looked_for_without_signing_in_or_with_an_application_credential()
    {
        var application = new ApplicationCredentialAuthentication { AuthUrl = "http://127.0.0.1:1", Id = "i", CredentialSecret = new Secret("s") };
        var target = new CollectionTarget { Endpoint = "http://127.0.0.1:1", FindsProjects = true, Authentication = new NoAuthentication() };

        foreach (var wrong in new[] { target, target with { Authentication = application }, target with { Authentication = new TokenAuthentication(new Secret("t")) } })
            (await Should.ThrowAsync<ConfigurationException>(() => Run.RunAsync([wrong]))).Mistakes.ShouldHaveSingleItem().ShouldContain("\"*\"");
    }

    private static Collect Run => new() { Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Private) } };

    private static Task<Collected> CollectAsync(ScriptedServer cloud) => Run.RunAsync([Target(cloud)]);

    private static CollectionTarget Target(ScriptedServer cloud) => new()
    {
        Endpoint = cloud.Url,
        FindsProjects = true,
        Authentication = new PasswordAuthentication { AuthUrl = cloud.Url, UserName = "u", Password = new Secret("pw") },
    };

    private static ScriptedServer Cloud(Func<ServerRequest, Answer> projects) => new(request => request.Path switch
    {
        "/v3/auth/tokens" => Keystone.Token("token", [Keystone.Endpoint($"http://{request.Headers["Host"]}")], project: (string?)Keystone.Auth(request)["scope"]?["project"]?["id"] ?? "none"),
        "/v3/auth/projects" => projects(request),
        _ => Answer.Json(Page.Of(null, "a")),
    });

    private static Answer Projects(string? next, params string[] ids) => Answer.Json(
        $$"""{"projects":[{{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","name":"{{id}}","enabled":true}"""))}}],"links":{"next":{{(next is null ? "null" : $"\"{next}\"")}} } }""");
}
