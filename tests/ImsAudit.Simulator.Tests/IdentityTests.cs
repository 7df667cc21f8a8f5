using System.Net;

namespace ImsAudit.Simulator.Tests;

public sealed class IdentityTests
{
    private static readonly SimulatorOptions s_guarded = new() { RequireToken = true, User = "auditor", Region = "region-x" };

    [Fact]
    public async Task Password_gives_a_token_that_opens_the_images_of_its_project()
    {
        await using var served = new Served(Some.Estate(2), s_guarded);
        var body = await served.PostAsync("/v3/auth/tokens", Body(served, $$"""{"id":"{{Some.Us}}"}"""));
        body["token"]!["project"]!["id"]!.ToString().ShouldBe(Some.Us);
        served.Client.DefaultRequestHeaders.Add("X-Auth-Token", served.Token);
        (await served.IdsAsync()).Length.ShouldBe(2);
        (await served.GetAsync("/v2/images/image-001"))["id"]!.ToString().ShouldBe("image-001");
    }

    [Fact]
    public async Task Token_is_scoped_by_project_name_too()
    {
        await using var served = new Served(Some.Estate(2), s_guarded);
        var body = await served.PostAsync("/v3/auth/tokens", Body(served, """{"name":"them"}"""));
        body["token"]!["project"]!["id"]!.ToString().ShouldBe(Some.Them);
        served.Client.DefaultRequestHeaders.Add("X-Auth-Token", served.Token);
        (await served.IdsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Catalogue_names_the_simulator_as_the_image_service()
    {
        await using var served = new Served(Some.Estate(1), s_guarded);
        var body = await served.PostAsync("/v3/auth/tokens", Body(served, """{"name":"us"}"""));
        var image = body["token"]!["catalog"]!.AsArray().Single(service => service!["type"]!.ToString() == "image");
        var endpoint = image!["endpoints"]!.AsArray().Single()!;
        endpoint["interface"]!.ToString().ShouldBe("public");
        endpoint["region"]!.ToString().ShouldBe("region-x");
        new Uri(endpoint["url"]!.ToString()).ShouldBe(served.Server.Endpoint);
    }

    [Fact]
    public async Task Nocatalog_leaves_the_catalogue_out()
    {
        await using var served = new Served(Some.Estate(1), s_guarded);
        var body = await served.PostAsync("/v3/auth/tokens?nocatalog=true", Body(served, """{"name":"us"}"""));
        body["token"]!.AsObject().ContainsKey("catalog").ShouldBeFalse();
    }

    [Fact]
    public async Task Expiry_has_six_digits_of_the_second_and_is_kept()
    {
        var clock = new SettableClock(Some.Reference);
        await using var served = new Served(Some.Estate(1), s_guarded with { TimeProvider = clock, TokenLifetime = TimeSpan.FromHours(1) });
        var body = await served.PostAsync("/v3/auth/tokens", Body(served, """{"name":"us"}"""));
        body["token"]!["expires_at"]!.ToString().ShouldBe("2026-06-01T13:00:00.000000Z");
        served.Client.DefaultRequestHeaders.Add("X-Auth-Token", served.Token);
        clock.Advance(TimeSpan.FromMinutes(59));
        await served.GetAsync("/v2/images");
        clock.Advance(TimeSpan.FromMinutes(1));
        await served.GetAsync("/v2/images", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Tokens_expired_by_the_test_are_refused_and_a_new_one_is_good()
    {
        await using var served = new Served(Some.Estate(1), s_guarded);
        await served.PostAsync("/v3/auth/tokens", Body(served, """{"name":"us"}"""));
        served.Client.DefaultRequestHeaders.Add("X-Auth-Token", served.Token);
        served.Server.ExpireTokens();
        await served.GetAsync("/v2/images", HttpStatusCode.Unauthorized);
        await served.PostAsync("/v3/auth/tokens", Body(served, """{"name":"us"}"""));
        served.Client.DefaultRequestHeaders.Remove("X-Auth-Token");
        served.Client.DefaultRequestHeaders.Add("X-Auth-Token", served.Token);
        await served.GetAsync("/v2/images");
    }

    [Theory]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"auditor","password":"wrong"}}}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"auditor"}}}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["totp"]}}}""")]
    public async Task Wrong_or_missing_password_is_refused_as_iam_does(string body)
    {
        await using var served = new Served(Some.Estate(1), s_guarded);
        var error = (await served.PostAsync("/v3/auth/tokens", body, HttpStatusCode.Unauthorized))["error"]!;
        ((int)error["code"]!).ShouldBe(401);
        error["title"]!.ToString().ShouldBe("Unauthorized");
        error["message"]!.ToString().ShouldNotBeEmpty();
        served.Token.ShouldBeNull();
    }

    [Fact]
    public async Task Unknown_user_or_project_is_refused()
    {
        await using var served = new Served(Some.Estate(1), s_guarded);
        var stranger = Body(served, """{"name":"us"}""").Replace("auditor", "stranger", StringComparison.Ordinal);
        await served.PostAsync("/v3/auth/tokens", stranger, HttpStatusCode.Unauthorized);
        await served.PostAsync("/v3/auth/tokens", Body(served, """{"name":"nowhere"}"""), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"auth":{"identity":{"methods":"password"}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":3}}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":7}}}}}""")]
    [InlineData("""{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"a"}}},"scope":"x"}}""")]
    public async Task Body_of_another_shape_never_gives_a_token(string body)
    {
        await using var served = new Served(Some.Estate(1), s_guarded);
        using var content = new StringContent(body);
        using var response = await served.Client.PostAsync(new Uri("/v3/auth/tokens", UriKind.Relative), content);
        ((int)response.StatusCode).ShouldBeInRange(400, 401);
        response.Headers.Contains("X-Subject-Token").ShouldBeFalse();
    }

    [Fact]
    public async Task Unscoped_token_lists_projects_but_no_images()
    {
        await using var served = new Served(Some.Estate(1), s_guarded);
        await served.GetAsync("/v3/auth/projects", HttpStatusCode.Unauthorized);
        await served.PostAsync("/v3/auth/tokens", Body(served, null));
        served.Client.DefaultRequestHeaders.Add("X-Auth-Token", served.Token);
        var projects = (await served.GetAsync("/v3/auth/projects"))["projects"]!.AsArray();
        projects.Select(project => project!["name"]!.ToString()).ShouldBe(["us", "them"]);
        (await served.GetAsync("/v3/projects?name=them"))["projects"]!.AsArray().Count.ShouldBe(1);
        await served.GetAsync("/v2/images", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Application_credential_gives_a_token_of_its_project_by_id_and_by_name()
    {
        await using var served = new Served(Some.Estate(2), s_guarded);
        var credential = served.Server.ApplicationCredentials.ShouldHaveSingleItem();
        foreach (var named in new[] { $"\"id\":\"{credential.Id}\"", $"\"name\":\"{credential.Name}\",\"user\":{{\"name\":\"auditor\",\"domain\":{{\"id\":\"default\"}}}}" })
        {
            var token = (await served.PostAsync("/v3/auth/tokens", Application(named, credential.Secret)))["token"]!;

            token["project"]!["id"]!.ToString().ShouldBe(Some.Us);
            token["methods"]!.ToJsonString().ShouldBe("[\"application_credential\"]");
            served.Client.DefaultRequestHeaders.Remove("X-Auth-Token");
            served.Client.DefaultRequestHeaders.Add("X-Auth-Token", served.Token);
            (await served.IdsAsync()).Length.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Application_credential_of_the_options_opens_the_project_that_it_names()
    {
        await using var served = new Served(Some.Estate(2), s_guarded with { ApplicationCredentials = [new("app", "its-secret", Some.Them)] });

        var body = await served.PostAsync("/v3/auth/tokens", Application("\"id\":\"app\"", "its-secret"));

        body["token"]!["project"]!["id"]!.ToString().ShouldBe(Some.Them);
    }

    [Theory]
    [InlineData("\"id\":\"app\"", "wrong", "")]
    [InlineData("\"id\":\"other\"", "its-secret", "")]
    [InlineData("\"name\":\"app-app\"", "its-secret", "")]
    [InlineData("\"name\":\"app-app\",\"user\":{\"name\":\"stranger\"}", "its-secret", "")]
    [InlineData("\"id\":\"app\"", "its-secret", ",\"scope\":{\"project\":{\"name\":\"us\"}}")]
    public async Task Application_credential_that_is_wrong_or_asks_for_a_scope_is_refused(string named, string secret, string scope)
    {
        await using var served = new Served(Some.Estate(1), s_guarded with { ApplicationCredentials = [new("app", "its-secret", Some.Us)] });

        var body = Application(named, secret)[..^2] + scope + "}}";
        await served.PostAsync("/v3/auth/tokens", body, HttpStatusCode.Unauthorized);
        served.Token.ShouldBeNull();
    }

    [Fact]
    public async Task Password_is_made_anew_by_each_server_from_its_randomness()
    {
        await using var one = new Served(Some.Estate(1));
        await using var two = new Served(Some.Estate(1));
        await using var known = new Served(Some.Estate(1), new SimulatorOptions { RandomBytes = count => new byte[count] });
        one.Server.Password.ShouldNotBe(two.Server.Password);
        known.Server.Password.ShouldBe(new string('0', 32));
        await using var given = new Served(Some.Estate(1), new SimulatorOptions { Password = "given" });
        given.Server.Password.ShouldBe("given");
    }

    [Fact]
    public async Task Roles_of_the_options_stand_in_the_token()
    {
        await using var served = new Served(Some.Estate(1), s_guarded with { Roles = ["admin", "reader"] });
        var body = await served.PostAsync("/v3/auth/tokens", Body(served, """{"name":"us"}"""));
        body["token"]!["roles"]!.AsArray().Select(role => role!["name"]!.ToString()).ShouldBe(["admin", "reader"]);
    }

    private static string Application(string named, string secret) =>
        "{\"auth\":{\"identity\":{\"methods\":[\"application_credential\"],\"application_credential\":{" + named + ",\"secret\":\"" + secret + "\"}}}}";

    private static string Body(Served served, string? project)
    {
        var scope = project is null ? "" : ",\"scope\":{\"project\":" + project + "}";
        var user = $$"""{"domain":{"name":"d"},"name":"auditor","password":"{{served.Server.Password}}"}""";
        return "{\"auth\":{\"identity\":{\"methods\":[\"password\"],\"password\":{\"user\":" + user + "}}" + scope + "}}";
    }
}
