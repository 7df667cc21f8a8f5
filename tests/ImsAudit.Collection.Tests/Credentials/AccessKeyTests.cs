using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests.Credentials;

public sealed class AccessKeyTests
{
    private const string SecretKey = "5ecret-key";
    private const string SecurityToken = "5ecurity+token==";
    private static readonly Answer Good = Answer.Json(Page.Of(null, "a"));

    [Fact]
    public async Task Every_try_has_a_date_and_a_signature_of_its_own()
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(429), Answer.Of(429), Good);

        (await Run().RunAsync(server.Url)).Listing.Complete.ShouldBeTrue();

        server.Requests.Select(request => request.Headers["X-Sdk-Date"]).Distinct().Count().ShouldBe(3);
        server.Requests.Select(request => request.Headers["Authorization"]).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Secrets_that_the_server_echoes_stand_in_no_error_and_no_note()
    {
        var asked = 0;
        await using var server = new ScriptedServer(request => ++asked == 1
            ? Answer.Json(Page.Of($"/v2/images?marker={SecretKey}-{Uri.EscapeDataString(SecurityToken)}", SecretKey))
            : Answer.Of(400, $$"""{"error_code":"X.1","error_msg":"{{request.Headers["Authorization"]}} with {{SecretKey}} and {{SecurityToken}}"}"""));

        var collected = await Run().RunAsync(server.Url);

        var said = string.Join(' ', collected.Listing.Notes.Append(collected.Error));
        said.ShouldContain("X.1");
        said.ShouldNotContain(SecretKey);
        said.ShouldNotContain(SecurityToken);
        said.ShouldNotContain(server.Requests[^1].Headers["Authorization"].Split("Signature=")[1]);
    }

    [Theory]
    [InlineData(401, "APIGW.0301", "Check the access key in")]
    [InlineData(403, "APIGW.0301", "Check the access key in")]
    [InlineData(400, "APIG.0301", "Check the access key in")]
    [InlineData(401, "APIGW.0303", "is 20 minutes ahead of the server's")]
    [InlineData(403, "APIGW.0303", "is 20 minutes ahead of the server's")]
    public async Task Rejection_is_told_by_its_code_whatever_the_status_and_not_tried_again(int status, string code, string said)
    {
        var run = Run();
        var date = run.Clock.GetUtcNow().AddMinutes(-20).ToString("R");
        await using var server = ScriptedServer.InTurn(Answer.Of(status, $$"""{"error_msg":"no","error_code":"{{code}}","request_id":"r"}""", "application/json", ("Date", date)));

        (await run.RunAsync(server.Url)).Error.ShouldContain(said);

        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(null, "without telling its own time")]
    [InlineData(0, "though this machine's clock and the server's agree")]
    [InlineData(-1, "is 60 seconds behind the server's")]
    [InlineData(-3000, "is 2.1 days behind the server's")]
    public async Task Clock_skew_is_told_as_far_as_it_is_known(int? minutes, string said)
    {
        var run = Run();
        (string, string)[] headers = minutes is { } ahead ? [("Date", run.Clock.GetUtcNow().AddMinutes(-ahead).ToString("R"))] : [];
        await using var server = ScriptedServer.InTurn(Answer.Of(401, """{"error_msg":"no","error_code":"APIGW.0303"}""", "application/json", headers));

        (await run.RunAsync(server.Url)).Error.ShouldContain(said);
    }

    [Theory]
    [InlineData(403, """{"error_code":"APIGW.0308","error_msg":"x"}""")]
    [InlineData(400, """{"error":{"code":"IMG.0187","message":"KMS"}}""")]
    public async Task Throttling_is_told_by_its_code_and_waits_2_to_5_seconds_at_first(int status, string body)
    {
        var run = Run();
        await using var server = ScriptedServer.InTurn(Answer.Of(status, body));

        (await run.RunAsync(server.Url)).Error.ShouldContain($"answered {status}");

        var waits = run.Clock.Waits.Where(wait => wait > TimeSpan.FromSeconds(1)).Select(wait => wait.TotalSeconds).ToList();
        waits.ShouldBe([3.5, 7, 10, 10]);
        server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Forbidden_listing_is_no_rejection_of_the_key()
    {
        await using var server = new ScriptedServer(request => request["__imagetype"] == "gold" ? Answer.Of(403, """{"error_code":"X","error_msg":"Policy doesn't allow"}""") : Good);

        var collected = await Run(CategorySet.Of(ImageCategory.Private, ImageCategory.Public)).RunAsync(server.Url);

        collected[ImageCategory.Private].Complete.ShouldBeTrue();
        collected[ImageCategory.Public].Error!.ShouldContain("ims:images:list");
    }

    [Theory]
    [InlineData(500, "", "fails on its side")]
    [InlineData(403, "{}", "HUAWEICLOUD_SDK_PROJECT_ID")]
    [InlineData(200, "<html>", "is no list of projects")]
    [InlineData(200, """{"projects":{}}""", "is no list of projects")]
    [InlineData(401, """{"error_code":"APIGW.0301","error_msg":"no"}""", "Check the access key in")]
    public async Task Look_up_of_the_project_that_fails_is_the_error_of_every_listing(int status, string body, string said)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(status, body));

        var collected = await LookUp(server, CategorySet.Of(ImageCategory.Private, ImageCategory.SharedPending)).RunAsync(server.Url);

        collected.Result.Listings.Count.ShouldBe(2);
        collected.Result.Listings.ShouldAllBe(listing => listing.Error!.Contains("looking up the project at") && listing.Error.Contains(said));
        server.Requests.ShouldAllBe(request => request.Path == "/v3/projects");
    }

    [Theory]
    [InlineData("""{"projects":[]}""", "knows no project of the name \"r1\"")]
    [InlineData("""{"projects":[{"id":"x","name":"r1_sub"},{"id":7,"name":"r1"},{"name":"r1"},3]}""", "knows no project of the name \"r1\"")]
    [InlineData("""{"projects":[{"id":"x","name":"r1"},{"id":"y","name":"r1"}]}""", "(x, y)")]
    public async Task Look_up_that_finds_not_exactly_one_is_a_mistake(string body, string said)
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(body));

        var mistake = await Should.ThrowAsync<ConfigurationException>(() => LookUp(server, CategorySet.Of(ImageCategory.Private)).RunAsync(server.Url));

        mistake.Mistakes.ShouldHaveSingleItem().ShouldContain(said);
    }

    [Fact]
    public async Task Public_images_need_no_project_and_nothing_is_looked_up()
    {
        await using var server = ScriptedServer.InTurn(Good);

        (await LookUp(server, CategorySet.Of(ImageCategory.Public)).RunAsync(server.Url)).Listing.Complete.ShouldBeTrue();

        server.Requests.ShouldHaveSingleItem().Headers.ShouldNotContainKey("X-Project-Id");
    }

    [Theory]
    [InlineData("a b", SecretKey, "id (AK)")]
    [InlineData("a", "b\nc", "secret key (SK)")]
    public async Task Key_that_no_header_can_carry_is_a_mistake(string id, string secretKey, string said)
    {
        var run = new Collect { Authentication = new AccessKeyAuthentication(new AccessKey(id, new Secret(secretKey))) };

        var mistake = await Should.ThrowAsync<ConfigurationException>(() => run.RunAsync("http://127.0.0.1:1"));

        mistake.Message.ShouldContain(said);
        mistake.Message.ShouldNotContain(secretKey);
    }

    private static Collect Run(CategorySet? categories = null) => new()
    {
        Authentication = new AccessKeyAuthentication(new AccessKey("AKID", new Secret(SecretKey)) { SecurityToken = new Secret(SecurityToken) }),
        Settings = Collect.Defaults with { Categories = categories ?? CategorySet.Of(ImageCategory.Public) },
    };

    private static Collect LookUp(ScriptedServer server, CategorySet categories) => Run(categories) with
    {
        Project = null,
        Region = "r1",
        Authentication = new AccessKeyAuthentication(new AccessKey("AKID", new Secret(SecretKey))) { IdentityUrl = server.Url },
    };
}
