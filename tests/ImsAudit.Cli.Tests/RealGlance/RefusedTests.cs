using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>Who may not look must not be told that all is well: exit 3, files that say "incomplete", and no secret anywhere.</summary>
[Collection(RealServers.Name)]
public sealed class RefusedTests(RealGlanceFixture real) : IDisposable
{
    private const string WrongPassword = "not-the-pass-word-7f3a";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealGlanceFact]
    public async Task Wrong_password_exits_3_and_its_snapshot_says_incomplete()
    {
        var run = await RunAsync(WithWrongPassword(), "collect", "-o", _folder["s.ndjson"]);

        run.ShouldExit(3);
        SnapshotFile.Read(_folder["s.ndjson"]).Complete.ShouldBeFalse();
        run.Error.ShouldContain(real.Cloud.Identity.Authority, customMessage: "where it was refused");
        (run.Everything + File.ReadAllText(_folder["s.ndjson"])).ShouldNotContain(WrongPassword);
    }

    [RealGlanceFact]
    public async Task Wrong_password_writes_reports_that_say_incomplete()
    {
        var run = await RunAsync(WithWrongPassword(), "scan", "--output", "json=" + _folder["r.json"], "--output", "text=" + _folder["r.txt"]);

        run.ShouldExit(3);
        var result = Result();
        ((bool)result["run"]!["complete"]!).ShouldBeFalse();
        ((bool)result["summary"]!["gate"]!["passed"]!).ShouldBeFalse();
        ((int)result["summary"]!["gate"]!["exitCode"]!).ShouldBe(3);
        File.ReadAllText(_folder["r.txt"]).ShouldContain("incomplete", Case.Insensitive);
        (run.Everything + result + File.ReadAllText(_folder["r.txt"])).ShouldNotContain(WrongPassword);
    }

    /// <summary>Five wrong tries lock an account.</summary>
    [RealGlanceFact]
    public async Task Wrong_password_is_tried_once()
    {
        await using var identity = new ForwardingProxy(real.Cloud.Identity);
        var environment = WithWrongPassword();
        environment["OS_AUTH_URL"] = new Uri(identity.Address, "/v3").AbsoluteUri;

        (await RunAsync(environment, "collect", "-o", _folder["s.ndjson"])).ShouldExit(3);

        identity.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(["POST /v3/auth/tokens"]);
    }

    [RealGlanceFact]
    public async Task User_without_a_role_in_the_project_exits_3()
    {
        var run = await RunAsync(real.Cloud.SignIn("stranger", "alpha", "ims-1"), "scan", "--output", "json=" + _folder["r.json"]);

        run.ShouldExit(3);
        ((bool)Result()["run"]!["complete"]!).ShouldBeFalse();
    }

    /// <summary>The token is good, and Glance refuses each listing.</summary>
    [RealGlanceFact]
    public async Task Role_that_may_not_list_images_exits_3_and_every_listing_says_403()
    {
        (await RunAsync(real.Cloud.SignIn("guest", "alpha", "ims-1"), "scan", "--output", "json=" + _folder["r.json"])).ShouldExit(3);

        var listings = Result()["run"]!["listings"]!.AsArray();
        listings.ShouldNotBeEmpty();
        listings.ShouldAllBe(listing => !(bool)listing!["complete"]! && ((string)listing["error"]!).Contains("403"));
    }

    [RealGlanceFact]
    public async Task Token_that_Glance_does_not_know_exits_3_and_is_not_shown()
    {
        var environment = new Dictionary<string, string> { ["OS_TOKEN"] = "gAAAAnottoken", ["OS_IMAGE_ENDPOINT_OVERRIDE"] = real.Cloud.Ims.AbsoluteUri };

        var run = await RunAsync(environment, "collect", "-o", _folder["s.ndjson"], "--project", real.Cloud.Project("alpha"));

        run.ShouldExit(3);
        (run.Everything + File.ReadAllText(_folder["s.ndjson"])).ShouldNotContain("gAAAAnottoken");
    }

    /// <summary>With an administrator's eyes everybody's shares are seen, and nobody can tell which are ours.</summary>
    [RealGlanceFact]
    public async Task Administrator_sees_incomplete_share_listings_with_the_reason()
    {
        (await RunAsync(real.Cloud.SignIn("auditor", "alpha", "ims-1"), "collect", "-o", _folder["s.ndjson"])).ShouldExit(3);

        var snapshot = SnapshotFile.Read(_folder["s.ndjson"]);
        foreach (var category in new[] { "shared-pending", "shared-accepted", "shared-rejected" })
        {
            ((bool)snapshot.Listing(category)["complete"]!).ShouldBeFalse(category);
            ((string)snapshot.Listing(category)["error"]!).ShouldContain("admin");
        }
        ((bool)snapshot.Listing("private")["complete"]!).ShouldBeTrue();
        ((bool)snapshot.Listing("public")["complete"]!).ShouldBeTrue();
    }

    /// <summary>Nobody said whose token it is; Keystone knows.</summary>
    [RealGlanceFact]
    public async Task Administrators_token_that_is_given_makes_the_share_listings_incomplete_too()
    {
        using var auditor = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Ims, "auditor", "alpha");
        var environment = new Dictionary<string, string> { ["OS_TOKEN"] = auditor.Token, ["OS_AUTH_URL"] = real.Cloud.Identity.AbsoluteUri, ["OS_REGION_NAME"] = "ims-1" };

        var run = await RunAsync(environment, "collect", "-o", _folder["s.ndjson"]);

        run.ShouldExit(3);
        var snapshot = SnapshotFile.Read(_folder["s.ndjson"]);
        foreach (var category in new[] { "shared-pending", "shared-accepted", "shared-rejected" })
            ((string)snapshot.Listing(category)["error"]!).ShouldContain("role admin");
        ((bool)snapshot.Listing("private")["complete"]!).ShouldBeTrue();
        (run.Everything + File.ReadAllText(_folder["s.ndjson"])).ShouldNotContain(auditor.Token);
    }

    [RealGlanceFact]
    public async Task Token_of_another_project_exits_2_and_names_both()
    {
        using var bob = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Ims, "bob", "beta");
        var environment = new Dictionary<string, string> { ["OS_TOKEN"] = bob.Token, ["OS_AUTH_URL"] = real.Cloud.Identity.AbsoluteUri, ["OS_REGION_NAME"] = "ims-1" };

        var run = await RunAsync(environment, "collect", "-o", _folder["s.ndjson"], "--project", real.Cloud.Project("alpha"));

        run.ShouldExit(2);
        run.Error.ShouldContain(real.Cloud.Project("alpha"));
        run.Error.ShouldContain(real.Cloud.Project("beta"));
    }

    [RealGlanceFact]
    public async Task Two_regions_in_the_catalogue_and_none_named_exits_2()
    {
        var environment = real.Cloud.SignIn("alice", "alpha", "ims-1");
        environment.Remove("OS_REGION_NAME");

        var run = await RunAsync(environment, "collect", "-o", _folder["s.ndjson"]);

        run.ShouldExit(2);
        run.Error.ShouldContain("ims-1");
        run.Error.ShouldContain("plain-1");
    }

    private JsonNode Result() => JsonNode.Parse(File.ReadAllText(_folder["r.json"]))!;

    private Dictionary<string, string> WithWrongPassword() => new(real.Cloud.SignIn("alice", "alpha", "ims-1")) { ["OS_PASSWORD"] = WrongPassword };

    private Task<ImsAuditRun> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        ImsAuditProcess.RunAsync(arguments, environment, workingFolder: _folder.Path);
}
