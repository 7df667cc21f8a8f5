using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Cli.Tests.Clouds;

/// <summary><c>auth check</c> says what is used and whether it works, and never a secret.</summary>
public sealed class AuthCheckTests : IAsyncDisposable
{
    private readonly App _app = new() { Clock = new HurriedClock() };
    private readonly SimulatorServer _server = SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), new() { RequireToken = true });

    public async ValueTask DisposeAsync()
    {
        _app.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Password_that_works_is_told_with_everything_but_itself()
    {
        SetPassword(_server.Password);

        var run = (await _app.RunAsync("auth", "check", "--format", "json")).ShouldExit(0);

        var target = JsonNode.Parse(run.Output)!.AsArray().ShouldHaveSingleItem()!;
        ((string)target["auth"]!).ShouldBe("password");
        ((string)target["from"]!).ShouldBe("OS_USERNAME, OS_PASSWORD in the environment");
        ((string)target["endpoint"]!).ShouldBe($"{_server.Endpoint}v2/images");
        ((string)target["endpointFrom"]!).ShouldBe("the token's catalogue");
        ((string)target["region"]!).ShouldBe("sim-region-1");
        ((string)target["project"]!).ShouldBe(_server.Estate.Projects[0].Id);
        ((string)target["user"]!).ShouldBe(_server.User);
        target["roles"]!.ToJsonString().ShouldBe("[\"member\"]");
        ((string)target["expiresAt"]!).ShouldEndWith("Z");
        ((bool)target["works"]!).ShouldBeTrue();
        run.Everything.ShouldNotContain(_server.Password);
        _server.Requests.Select(request => request.PathAndQuery).ShouldBe(["/v3/auth/tokens", "/v2/images?limit=1"]);
    }

    [Fact]
    public async Task Table_has_a_row_a_target()
    {
        SetPassword(_server.Password);

        var lines = (await _app.RunAsync("auth", "check", "--project", "*")).ShouldExit(0).Output.TrimEnd().Split('\n');

        lines[0].ShouldStartWith("cloud\tregion\tproject\tsign-in\tfrom");
        lines.Length.ShouldBe(1 + _server.Estate.Projects.Count);
        lines.Skip(1).ShouldAllBe(line => line.EndsWith("\tyes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_does_not_work_exits_3_and_says_why()
    {
        SetPassword("not-this-one");

        var run = (await _app.RunAsync("auth", "check", "--format", "json")).ShouldExit(3);

        ((bool)JsonNode.Parse(run.Output)![0]!["works"]!).ShouldBeFalse();
        run.Error.ShouldContain("OS_PASSWORD");
        run.Everything.ShouldNotContain("not-this-one");
    }

    [Fact]
    public async Task Mistake_that_only_signing_in_shows_exits_2()
    {
        SetPassword(_server.Password);

        (await _app.RunAsync("auth", "check", "--region", "elsewhere")).ShouldExit(2).Error.ShouldContain("elsewhere");
        (await _app.RunAsync("auth", "check", "--cloud", "prod")).ShouldExit(2).Error.ShouldContain("There is no cloud");
    }

    [Fact]
    public async Task Nothing_to_sign_in_to_is_told_with_what_this_command_takes()
    {
        var run = (await _app.RunAsync("auth", "check")).ShouldExit(2);

        run.Error.ShouldContain("--cloud");
        run.Error.ShouldContain("OS_AUTH_URL");
        run.Error.ShouldNotContain("--from");
        (await _app.RunAsync("scan")).ShouldExit(2).Error.ShouldContain("--from");
    }

    [Fact]
    public async Task Newer_listing_is_asked_where_it_is_the_one_to_be_asked()
    {
        SetPassword(_server.Password);

        (await _app.RunAsync("auth", "check", "--api", "cloudimages")).ShouldExit(0).Output.ShouldContain($"{_server.Endpoint}v2/cloudimages");

        _server.Requests[^1].PathAndQuery.ShouldBe("/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=1");
    }

    [Fact]
    public async Task Application_credential_of_the_simulator_works()
    {
        var credential = _server.ApplicationCredentials[0];
        _app.Environment["OS_AUTH_URL"] = $"{_server.Endpoint}v3";
        (_app.Environment["OS_APPLICATION_CREDENTIAL_ID"], _app.Environment["OS_APPLICATION_CREDENTIAL_SECRET"]) = (credential.Id, credential.Secret);

        var run = (await _app.RunAsync("auth", "check", "--verbose")).ShouldExit(0);

        run.Output.ShouldContain("applicationCredential");
        run.Everything.ShouldNotContain(credential.Secret);
    }

    [Fact]
    public async Task Access_key_is_told_by_its_variables_alone()
    {
        var key = _server.AccessKeys[0];
        (_app.Environment["HUAWEICLOUD_SDK_AK"], _app.Environment["HUAWEICLOUD_SDK_SK"]) = (key.Id, key.SecretKey);

        var run = (await _app.RunAsync("auth", "check", "--endpoint", _server.Endpoint.AbsoluteUri, "--project", _server.Estate.Projects[0].Id, "--verbose")).ShouldExit(0);

        run.Output.ShouldContain("HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK");
        run.Output.ShouldContain("--endpoint");
        run.Everything.ShouldNotContain(key.SecretKey);
    }

    [Fact]
    public async Task Token_and_application_credential_are_told_by_their_variables_alone()
    {
        (_app.Environment["OS_AUTH_TOKEN"], _app.Environment["OS_AUTH_URL"]) = ("s3cret-t0ken", $"{_server.Endpoint}v3");
        var token = (await _app.RunAsync("auth", "check", "--verbose")).ShouldExit(3);
        _app.Environment.Remove("OS_AUTH_TOKEN");
        (_app.Environment["OS_APPLICATION_CREDENTIAL_ID"], _app.Environment["OS_APPLICATION_CREDENTIAL_SECRET"]) = ("an-id", "s3cret-app");
        var application = (await _app.RunAsync("auth", "check", "--verbose")).ShouldExit(3);

        token.Output.ShouldContain("OS_AUTH_TOKEN in the environment");
        application.Output.ShouldContain("OS_APPLICATION_CREDENTIAL_ID, OS_APPLICATION_CREDENTIAL_SECRET in the environment");
        (token.Everything + application.Everything).ShouldNotContain("s3cret");
    }

    private void SetPassword(string password)
    {
        _app.Environment["OS_AUTH_URL"] = $"{_server.Endpoint}v3";
        _app.Environment["OS_USERNAME"] = _server.User;
        _app.Environment["OS_PASSWORD"] = password;
        _app.Environment["OS_PROJECT_NAME"] = _server.Estate.Projects[0].Name;
    }
}
