using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests.Credentials;

public sealed class ApplicationCredentialTests
{
    private const string Secret = "s3cret-of-the-app";

    [Fact]
    public async Task Credential_by_id_asks_for_no_scope_and_the_token_tells_the_project()
    {
        await using var cloud = Cloud();

        var collected = await CollectAsync(Credential(cloud, id: "i1"));

        Keystone.Auth(cloud.Requests[0]).ToJsonString().ShouldBe("""{"identity":{"methods":["application_credential"],"application_credential":{"id":"i1","secret":"SECRET"}}}""".Replace("SECRET", Secret));
        collected.Listing.Scope.ShouldBe(new ImageScope(null, "r1", "p-from-token"));
        collected.Result.Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task Credential_by_name_says_whose_it_is()
    {
        await using var cloud = Cloud();

        await CollectAsync(Credential(cloud, id: null));

        Keystone.Auth(cloud.Requests[0]).ToJsonString().ShouldBe(
            """{"identity":{"methods":["application_credential"],"application_credential":{"name":"n1","user":{"name":"u","domain":{"name":"ud"}},"secret":"SECRET"}}}""".Replace("SECRET", Secret));
    }

    [Fact]
    public async Task Other_project_than_its_own_is_a_mistake()
    {
        await using var cloud = Cloud();

        (await Should.ThrowAsync<ConfigurationException>(() => CollectAsync(Credential(cloud, "i1"), project: "other"))).Message.ShouldContain("\"other\"");
    }

    [Fact]
    public async Task Refused_credential_is_tried_once_and_never_quoted()
    {
        await using var cloud = new ScriptedServer(_ => Answer.Of(401, $$$"""{"error":{"message":"{{{Secret}}} is wrong","code":401}}"""));

        var collected = await CollectAsync(Credential(cloud, "i1"));

        collected.Error.ShouldContain("OS_APPLICATION_CREDENTIAL_SECRET");
        collected.Error.ShouldNotContain(Secret);
        cloud.Requests.Count.ShouldBe(1);
    }

    private static ScriptedServer Cloud() => new(request =>
        request.Method == "POST" ? Keystone.Token("t1", [Keystone.Endpoint($"http://{request.Headers["Host"]}")]) : Answer.Json(Page.Of(null, "a")));

    private static ApplicationCredentialAuthentication Credential(ScriptedServer cloud, string? id) => new()
    {
        AuthUrl = cloud.Url,
        Id = id,
        CredentialName = "n1",
        CredentialSecret = new Secret(Secret),
        UserName = "u",
        UserDomain = new KeystoneDomain("ud", null),
    };

    private static Task<Collected> CollectAsync(Authentication authentication, string? project = null) => new Collect
    {
        Authentication = authentication,
        Project = project,
        Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Private) },
    }.RunAsync(endpoint: null);
}
