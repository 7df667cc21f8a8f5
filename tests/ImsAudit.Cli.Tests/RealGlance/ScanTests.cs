using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>From a real server to the exit code.</summary>
[Collection(RealServers.Name)]
public sealed class ScanTests(RealGlanceFixture real) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealGlanceFact]
    public async Task Violations_are_exactly_the_images_that_were_put_in_with_bios()
    {
        (await ScanAsync("ims-1", Policy("bios", """["private"]"""))).ShouldExit(1);

        var expected = real.Ims.In("private").Where(image => (string)image.Sent["hw_firmware_type"]! == "bios").Select(image => image.Id);
        Findings().Select(finding => (string)finding!["image"]!["id"]!).ShouldBe(expected, ignoreOrder: true);
        ((long)Result()["summary"]!["images"]!).ShouldBe(real.Ims.Visible.Count);
        ((bool)Result()["run"]!["complete"]!).ShouldBeTrue();
    }

    [RealGlanceFact]
    public async Task Estate_without_violations_exits_0()
    {
        (await ScanAsync("ims-1", Policy("no-such-firmware", categories: null))).ShouldExit(0);

        Findings().ShouldBeEmpty();
        ((long)Result()["policies"]![0]!["pass"]!).ShouldBe(real.Ims.Visible.Count);
    }

    [RealGlanceFact]
    public async Task Snapshot_of_a_collection_gives_the_findings_of_a_scan()
    {
        var policy = Policy("bios", """["public", "shared-accepted"]""");
        (await RunAsync("ims-1", "collect", "-o", _folder["s.ndjson"])).ShouldExit(0);
        (await ScanAsync("ims-1", policy)).ShouldExit(1);
        var scanned = Findings().ToJsonString();

        (await ImsAuditProcess.RunAsync(["scan", "--from", _folder["s.ndjson"], "--policies", policy, "--output", "json=" + _folder["r.json"]], workingFolder: _folder.Path)).ShouldExit(1);

        Findings().ToJsonString().ShouldBe(scanned);
    }

    [RealGlanceFact]
    public async Task Report_says_that_a_plain_Glance_was_noticed()
    {
        var run = await RunAsync("plain-1", "scan", "--policies", Policy("bios", categories: null), "--fail-on", "none");

        run.ShouldExit(0);
        run.Output.ShouldContain("glance", Case.Insensitive);
    }

    /// <summary>Nothing of one's own, so that no image tells which dialect is spoken: the public images are there all the same.</summary>
    [RealGlanceFact]
    public async Task Empty_project_in_a_plain_Glance_still_sees_the_public_images()
    {
        var run = await ImsAuditProcess.RunAsync(
            ["scan", "--policies", Policy("no-such-firmware", categories: null), "--output", "json=" + _folder["r.json"]],
            real.Cloud.SignIn("erin", "empty", "plain-1"), workingFolder: _folder.Path);

        run.ShouldExit(0);
        // Thirteen are public: ten of the provider, two that it hides, and one that another project owns.
        ((long)Result()["summary"]!["images"]!).ShouldBe(13);
    }

    [RealGlanceFact]
    public async Task Token_and_endpoint_from_the_environment_are_enough()
    {
        using var alice = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Ims, "alice", "alpha");
        var environment = new Dictionary<string, string> { ["OS_TOKEN"] = alice.Token, ["OS_IMAGE_ENDPOINT_OVERRIDE"] = real.Cloud.Ims.AbsoluteUri };

        var run = await ImsAuditProcess.RunAsync(
            ["collect", "-o", _folder["s.ndjson"], "--project", real.Cloud.Project("alpha")], environment, workingFolder: _folder.Path);

        run.ShouldExit(0).Everything.ShouldNotContain(alice.Token);
        run.Error.ShouldContain("Whether the token has an admin role is not known");
        SnapshotFile.Read(_folder["s.ndjson"]).ShouldHoldExactly(real.Ims);
    }

    [RealGlanceFact]
    public async Task Token_that_Keystone_knows_needs_neither_project_nor_endpoint()
    {
        using var alice = await OpenStackClient.SignInAsync(real.Cloud, real.Cloud.Ims, "alice", "alpha");
        var environment = new Dictionary<string, string> { ["OS_TOKEN"] = alice.Token, ["OS_AUTH_URL"] = real.Cloud.Identity.AbsoluteUri, ["OS_REGION_NAME"] = "ims-1" };

        var run = await ImsAuditProcess.RunAsync(["collect", "-o", _folder["s.ndjson"]], environment, workingFolder: _folder.Path);

        run.ShouldExit(0).Everything.ShouldNotContain("not known");
        SnapshotFile.Read(_folder["s.ndjson"]).ShouldHoldExactly(real.Ims);
    }

    private string Policy(string forbidden, string? categories) => _folder.Write("firmware.policy.json", $$"""
        {
          "id": "firmware", "title": "Images do not boot with {{forbidden}}", "severity": "high",
          {{(categories is null ? "" : $"\"categories\": {categories},")}}
          "forbid": { "field": "hw_firmware_type", "equals": "{{forbidden}}" }
        }
        """);

    private Task<ImsAuditRun> ScanAsync(string region, string policy) =>
        RunAsync(region, "scan", "--policies", policy, "--output", "json=" + _folder["r.json"]);

    private JsonNode Result() => JsonNode.Parse(File.ReadAllText(_folder["r.json"]))!;

    private JsonArray Findings() => Result()["findings"]!.AsArray();

    private Task<ImsAuditRun> RunAsync(string region, params string[] arguments) =>
        ImsAuditProcess.RunAsync(arguments, real.Cloud.SignIn("alice", "alpha", region), workingFolder: _folder.Path);
}
