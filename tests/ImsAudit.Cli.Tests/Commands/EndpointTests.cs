using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary>Scans over HTTP against the simulator, and against nothing.</summary>
public sealed class EndpointTests : IDisposable
{
    private readonly App _app = new() { Clock = new HurriedClock() };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Password_of_the_environment_signs_in_and_appears_nowhere()
    {
        await using var server = Start(new() { RequireToken = true });
        SetPassword(server);

        var run = await _app.RunAsync("scan", "--output", "json=r.json", "--fail-on", "none", "--verbose", "--rate", "1000");

        run.ShouldExit(0);
        run.Error.ShouldContain("private");
        (run.Everything + File.ReadAllText(_app.Folder["r.json"])).ShouldNotContain(server.Password);
    }

    [Fact]
    public async Task Wrong_password_is_incomplete_and_never_clean()
    {
        await using var server = Start(new() { RequireToken = true });
        SetPassword(server);
        _app.Environment["OS_PASSWORD"] = "not-this-one";

        var run = (await _app.RunAsync("scan", "--output", "json=r.json", "--fail-on", "none")).ShouldExit(3);

        run.Error.ShouldContain("INCOMPLETE");
        File.ReadAllText(_app.Folder["r.json"]).ShouldContain("\"complete\": false");
        run.Everything.ShouldNotContain("not-this-one");
    }

    [Fact]
    public async Task Options_of_the_collection_reach_the_server()
    {
        await using var server = Start(new());

        (await CollectAsync(server, "--category", "private", "--page-size", "7", "--api-version", "Z", "--filter", "tag=team.red", "--filter", "create_at=gt:2018-10-28T10:00:00Z")).ShouldExit(0);

        var first = server.Requests[0];
        first.PathAndQuery.ShouldContain("limit=7");
        first.PathAndQuery.ShouldContain("tag=team%3Dred");
        first.PathAndQuery.ShouldContain("created_at=gt%3A2018-10-28T10%3A00%3A00Z");
        first.Headers["X-Api-Version"].ShouldBe("Z");
        server.Requests.ShouldAllBe(request => request.PathAndQuery.Contains("owner="));
    }

    [Theory]
    [InlineData("visibilty=public", "did you mean \"visibility\"?")]
    [InlineData("limit=3", "pages or sorts")]
    [InlineData("created_at=2018-10-28", "OPERATOR:TIME")]
    [InlineData("created_at=after:2018-10-28T10:00:00Z", "gt, gte")]
    [InlineData("status", "KEY=VALUE")]
    [InlineData("status=activ", "did you mean \"active\"?")]
    [InlineData("status=in:active,quued", "did you mean \"queued\"?")]
    [InlineData("visibility=everybody", "visibility=VALUE, with one of public, private, shared")]
    [InlineData("__imagetype=gald", "did you mean \"gold\"?")]
    [InlineData("__os_type=linux", "did you mean \"Linux\"?")]
    [InlineData("__platform=ubuntu", "did you mean \"Ubuntu\"?")]
    [InlineData("__os_bit=16", "one of 32, 64")]
    [InlineData("disk_format=qcow3", "one of vhd, zvhd, zvhd2")]
    [InlineData("protected=yes", "true or false")]
    [InlineData("__isregistered=1", "true or false")]
    [InlineData("__support_kvm=True", "true or false")]
    [InlineData("min_ram=2G", "a whole number")]
    [InlineData("min_disk=-40", "a whole number")]
    [InlineData("updated_at=gt:2018-13-28T10:00:00Z", "OPERATOR:TIME")]
    [InlineData("member_status=open", "one of accepted, rejected, pending")]
    [InlineData("name=", "was a variable not set?")]
    [InlineData("flavor_id=s6.large.2", "which --api cloudimages asks")]
    [InlineData("enterprise_project_id=0", "which --api cloudimages asks")]
    public async Task Wrong_filter_is_told_before_anything_is_asked(string filter, string said)
    {
        await using var server = Start(new());

        (await CollectAsync(server, "--filter", filter)).ShouldExit(2).Error.ShouldContain(said);

        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("architecture=mips", "one of x86, arm")]
    [InlineData("enterprise_project_id=prod", "all_granted_eps")]
    [InlineData("virtual_env_type=dataimage", "did you mean \"DataImage\"?")]
    [InlineData("__whole_image=yes", "true or false")]
    [InlineData("flavour_id=x", "did you mean \"flavor_id\"?")]
    public async Task Wrong_filter_of_the_newer_listing_is_told_before_anything_is_asked(string filter, string said)
    {
        await using var server = Start(new());

        (await CollectAsync(server, "--api", "cloudimages", "--filter", filter)).ShouldExit(2).Error.ShouldContain(said);

        server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("status=active")]
    [InlineData("status=in:active,queued")]
    [InlineData("__platform=Nixie")]
    [InlineData("disk_format=zvhd2")]
    [InlineData("protected=false")]
    [InlineData("min_disk=40")]
    [InlineData("created_at=lte:2018-10-28 10:00:00")]
    [InlineData("__support_kvm_gpu_type=H20")]
    [InlineData("id=00000000-0000-0000-0000-000000000000")]
    public async Task Filter_that_the_page_allows_is_passed_on(string filter)
    {
        await using var server = Start(new());

        (await CollectAsync(server, "--category", "private", "--filter", filter)).ShouldExit(0);

        server.Requests.ShouldAllBe(request => Uri.UnescapeDataString(request.PathAndQuery).Contains(filter));
    }

    [Fact]
    public async Task Newer_listing_is_scanned_and_said_so()
    {
        await using var server = Start(new());
        (await CollectAsync(server, "--api", "ims")).ShouldExit(0);
        var plain = SnapshotImages();
        var before = server.Requests.Count;

        var run = (await CollectAsync(server, "--api", "cloudimages", "--filter", "__isregistered=true")).ShouldExit(0);

        run.Error.ShouldContain("GET /v2/cloudimages was asked");
        server.Requests.Skip(before).ShouldAllBe(request => request.PathAndQuery.StartsWith("/v2/cloudimages?"));
        SnapshotImages().ShouldBe(plain);
    }

    [Fact]
    public async Task Policies_about_members_that_are_not_collected_are_told_once()
    {
        await using var server = Start(new());
        string[] scan = ["scan", "--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id, "--rate", "1000", "--fail-on", "none", "--on-error", "warn"];

        var without = (await _app.RunAsync([.. scan, "--pack", "shared-out"])).ShouldExit(0);
        var with = (await _app.RunAsync([.. scan, "--pack", "shared-out", "--members"])).ShouldExit(0);
        var others = (await _app.RunAsync([.. scan, "--policy", "must-be-uefi"])).ShouldExit(0);

        without.Error.Split('\n').Count(line => line.Contains("give --members")).ShouldBe(1);
        without.Error.ShouldContain("not-shared-widely, shares-not-pending-outbound");
        (with.Error + others.Error).ShouldNotContain("give --members");
    }

    [Fact]
    public async Task Listing_that_fails_is_incomplete_and_the_rest_is_written()
    {
        await using var server = Start(new()
        {
            Intercept = request => request.PathAndQuery.Contains("__imagetype=market", StringComparison.Ordinal) ? SimulatedResponse.Text(403, "no") : null,
        });

        var run = (await CollectAsync(server)).ShouldExit(3);

        run.Error.ShouldContain("market");
        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldContain("\"complete\":false");
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--fail-on", "none")).ShouldExit(3);
    }

    [Fact]
    public async Task Progress_is_shown_on_a_terminal_alone()
    {
        await using var server = Start(new());
        _app.TerminalWidth = 100;

        (await CollectAsync(server)).Error.ShouldContain("6 of 6 listings done");
        (await CollectAsync(server, "--quiet")).Error.ShouldBeEmpty();
        _app.TerminalWidth = null;
        (await CollectAsync(server)).Error.ShouldNotContain("listings done");
    }

    [Theory]
    [InlineData("ftp://ims.example", "http")]
    [InlineData("ims.example", "http")]
    [InlineData("https://user:word@ims.example", "user name or password")]
    public async Task Endpoint_that_is_no_http_address_exits_2(string endpoint, string said) =>
        (await _app.RunAsync("collect", "-o", "s.ndjson", "--endpoint", endpoint, "--project", "p")).ShouldExit(2).Error.ShouldContain(said);

    [Fact]
    public async Task Refused_connection_is_incomplete_and_says_what_to_check()
    {
        var run = await CollectFromAsync($"http://127.0.0.1:{ClosedPort()}");

        run.ShouldExit(3).Error.ShouldContain("Check the endpoint's address and port");
    }

    [Fact]
    public async Task Unknown_host_is_incomplete_and_says_what_to_check()
    {
        var run = await CollectFromAsync("http://no-such-host.invalid");

        run.ShouldExit(3).Error.ShouldContain("INCOMPLETE");
        run.Error.ShouldContain("no-such-host.invalid");
    }

    [Fact]
    public async Task Certificate_of_nobody_that_is_trusted_is_incomplete()
    {
        await using var server = new SelfSignedServer();

        var run = await CollectFromAsync(server.Address);

        run.ShouldExit(3).Error.ShouldContain("--ca-cert");
    }

    [Theory]
    [InlineData("OS_USERNAME", "someone", "OS_PASSWORD")]
    [InlineData("OS_AUTH_URL", "http://127.0.0.1:1/v3", "OS_USERNAME and OS_PASSWORD")]
    public async Task Half_of_the_credentials_exits_2_and_names_the_rest(string name, string value, string missing)
    {
        _app.Environment[name] = value;

        (await _app.RunAsync("collect", "-o", "s.ndjson", "--region", "cn-north-4")).ShouldExit(2).Error.ShouldContain(missing);
    }

    [Theory]
    [InlineData("--auth", "token", "OS_TOKEN")]
    [InlineData("--auth", "kerberos", "none, token, password")]
    [InlineData("--timeout", "soon", "duration")]
    [InlineData("--page-size", "1001", "from 1 to 1000")]
    [InlineData("--rate", "0", "above 0")]
    [InlineData("--category", "privat", "did you mean \"private\"?")]
    [InlineData("--ca-cert", "absent.pem", "absent.pem")]
    public async Task Wrong_option_of_the_collection_exits_2(string option, string value, string said) =>
        (await _app.RunAsync("collect", "-o", "s.ndjson", "--endpoint", "http://127.0.0.1:1", "--project", "p", option, value)).ShouldExit(2).Error.ShouldContain(said);

    private Task<Process.ImsAuditRun> CollectAsync(SimulatorServer server, params string[] options) =>
        _app.RunAsync(["collect", "-o", "s.ndjson", "--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id, "--rate", "1000", .. options]);

    private string[] SnapshotImages() =>
        [.. File.ReadAllLines(_app.Folder["s.ndjson"])[1..^1].Select(line => line[..line.IndexOf(",\"image\":", StringComparison.Ordinal)] + JsonNode.Parse(line)!["image"]!["id"]).Order(StringComparer.Ordinal)];

    private Task<Process.ImsAuditRun> CollectFromAsync(string endpoint) =>
        _app.RunAsync("collect", "-o", "s.ndjson", "--endpoint", endpoint, "--project", "p", "--category", "private");

    private void SetPassword(SimulatorServer server)
    {
        _app.Environment["OS_AUTH_URL"] = $"{server.Endpoint}v3";
        _app.Environment["OS_USERNAME"] = server.User;
        _app.Environment["OS_PASSWORD"] = server.Password;
        _app.Environment["OS_PROJECT_ID"] = server.Estate.Projects[0].Id;
    }

    private static SimulatorServer Start(SimulatorOptions options) => SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), options);

    private static int ClosedPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
