using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary>Access keys of the environment and of the credentials file, against the simulator, which checks signatures by itself.</summary>
public sealed class AccessKeyTests : IDisposable
{
    private const string Region = "sim-region-1";
    private readonly App _app = new() { Clock = new HurriedClock() };

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("a-security-token/with+signs==")]
    public async Task Key_of_the_environment_signs_every_request_and_appears_nowhere(string? securityToken)
    {
        var key = new SimulatedAccessKey("AKIDOFATEST", "secret-key-of-a-test") { SecurityToken = securityToken };
        await using var server = Start(new() { RequireToken = true, AccessKeys = [key] });
        Set(server);
        _app.Environment["HUAWEICLOUD_SDK_DOMAIN_ID"] = "domain-1";
        var project = _app.Environment["HUAWEICLOUD_SDK_PROJECT_ID"] = server.Estate.Projects[1].Id;

        var run = await _app.RunAsync("scan", "--endpoint", server.Endpoint.AbsoluteUri, "--filter", "name=in:\"a b\",镜像+1", "--filter", "tag=a.b",
            "--output", "json=r.json", "--output", "html=r.html", "--save-snapshot", "s.ndjson", "--fail-on", "none", "--allow-empty", "--verbose", "--rate", "1000");

        run.ShouldExit(0);
        server.Requests.ShouldAllBe(request => request.Status == 200 && request.Headers["X-Project-Id"] == project && request.Headers["X-Domain-Id"] == "domain-1");
        var written = run.Everything + string.Concat(new[] { "r.json", "r.html", "s.ndjson" }.Select(file => File.ReadAllText(_app.Folder[file])));
        written.ShouldNotContain(key.SecretKey);
        if (securityToken is not null) written.ShouldNotContain(securityToken);
        written.ShouldNotContain("Signature=");
    }

    [Fact]
    public async Task Credentials_file_of_the_home_folder_is_found_without_a_word()
    {
        await using var server = Start(new() { RequireToken = true });
        _app.Environment["HOME"] = _app.Folder.Path;
        Write(".huaweicloud/credentials", $"\uFEFF# of a test\n\n[ basic ]\nAK = {Key(server).Id}\nsk={Key(server).SecretKey}\nproject_id : {server.Estate.Projects[0].Id}\nidp_id = other\n[global]\nak = another\n");

        (await CollectAsync(server)).ShouldExit(0);

        server.Requests.ShouldAllBe(request => request.HadCredentials && request.Headers["X-Project-Id"] == server.Estate.Projects[0].Id);
    }

    [Fact]
    public async Task Credentials_file_may_be_named_and_hold_the_account_alone()
    {
        await using var server = Start(new() { RequireToken = true });
        _app.Environment["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] = "keys.ini";
        Write("keys.ini", $"[global]\nak = {Key(server).Id}\nsk = {Key(server).SecretKey}\ndomain_id = d-1\n");

        (await CollectAsync(server, "--project", server.Estate.Projects[0].Id)).ShouldExit(0);

        server.Requests.ShouldAllBe(request => request.Headers["X-Domain-Id"] == "d-1");
    }

    [Fact]
    public async Task Key_of_the_environment_goes_before_the_file()
    {
        await using var server = Start(new() { RequireToken = true });
        Set(server);
        _app.Environment["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] = "absent.ini";

        (await CollectAsync(server, "--project", server.Estate.Projects[0].Id)).ShouldExit(0);
    }

    [Theory]
    [InlineData("OS_TOKEN", "a-token", "X-Auth-Token")]
    [InlineData("OS_USERNAME", "someone", "OS_PASSWORD")]
    public async Task Token_and_password_go_before_a_key(string name, string value, string said)
    {
        await using var server = Start(new() { RequireToken = true });
        Set(server);
        _app.Environment[name] = value;

        var run = await CollectAsync(server, "--project", server.Estate.Projects[0].Id);

        run.ExitCode.ShouldBeOneOf(2, 3);
        if (run.ExitCode == 2) run.Error.ShouldContain(said);
        (await CollectAsync(server, "--auth", "aksk", "--project", server.Estate.Projects[0].Id)).ShouldExit(0);
    }

    [Theory]
    [InlineData("HUAWEICLOUD_SDK_AK", "needs HUAWEICLOUD_SDK_SK in the environment")]
    [InlineData("HUAWEICLOUD_SDK_SK", "needs HUAWEICLOUD_SDK_AK in the environment")]
    [InlineData("HUAWEICLOUD_SDK_SECURITY_TOKEN", "needs HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK in the environment")]
    public async Task Half_of_a_key_exits_2_and_names_the_rest(string name, string said)
    {
        _app.Environment[name] = "v4lue";

        var run = (await _app.RunAsync("collect", "-o", "s.ndjson", "--region", Region, "--project", "p")).ShouldExit(2);

        run.Error.ShouldContain(said);
        run.Error.ShouldNotContain("v4lue");
    }

    [Fact]
    public async Task Key_that_is_asked_for_and_nowhere_set_exits_2() =>
        (await _app.RunAsync("collect", "-o", "s.ndjson", "--region", Region, "--project", "p", "--auth", "aksk")).ShouldExit(2).Error.ShouldContain("~/.huaweicloud/credentials");

    [Theory]
    [InlineData("[basic]\nak = v4lue\n", "needs \"sk\" in the section [basic] in the credentials file")]
    [InlineData("[basic]\nak = v4lue\nsk =\n", "needs \"sk\"")]
    [InlineData("ak = v4lue\n[basic]\nsk = v4lue\n", "keys.ini, line 1: it stands before the first section")]
    [InlineData("[basic]\nv4lue\n", "keys.ini, line 2: expected is KEY = VALUE")]
    [InlineData("[basic]\n= v4lue\n", "keys.ini, line 2")]
    [InlineData("[basic\nak = v4lue\nsk = v4lue\n", "keys.ini, line 1: a section's name")]
    [InlineData("[basic]\nak = v4lue\nsk = v4lue\nsk = v4lue\n", "keys.ini, line 4: the key came before in line 3")]
    [InlineData("[default]\nak = v4lue\nsk = v4lue\n", "neither a section [basic] nor [global]")]
    [InlineData("", "neither a section [basic] nor [global]")]
    [InlineData("[basic]\nak = v4lue\nsk = two v4lues\n", "secret key (SK)")]
    [InlineData("[basic]\nak = a,v4lue\nsk = x\n", "id (AK)")]
    [InlineData("[basic]\nak = a\nsk = x\niam_endpoint = ftp://v4lue@x\n", "iam_endpoint in the credentials file")]
    public async Task Wrong_credentials_file_exits_2_with_its_line_and_without_its_values(string content, string said)
    {
        _app.Environment["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] = "keys.ini";
        Write("keys.ini", content);

        var run = (await _app.RunAsync("collect", "-o", "s.ndjson", "--region", Region, "--project", "p")).ShouldExit(2);

        run.Error.ShouldContain(said);
        run.Error.ShouldNotContain("v4lue");
    }

    [Theory]
    [InlineData("absent.ini")]
    [InlineData(".")]
    public async Task Credentials_file_that_cannot_be_read_exits_2(string name)
    {
        _app.Environment["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] = name;

        (await _app.RunAsync("collect", "-o", "s.ndjson", "--region", Region, "--project", "p")).ShouldExit(2).Error.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task Project_that_is_not_given_is_looked_up_by_the_region()
    {
        await using var server = Start(new() { RequireToken = true });
        Set(server);
        _app.Environment["HUAWEICLOUD_SDK_IAM_ENDPOINT"] = server.Endpoint.AbsoluteUri;

        (await CollectAsync(server, "--region", Region)).ShouldExit(0);

        server.Requests[0].PathAndQuery.ShouldBe("/v3/projects?name=sim-region-1");
        server.Requests.Skip(1).ShouldAllBe(request => request.Headers["X-Project-Id"] == server.Estate.Projects[0].Id);
        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldContain($"owner={server.Estate.Projects[0].Id}");
    }

    [Fact]
    public async Task Region_without_a_project_exits_2()
    {
        await using var server = Start(new() { RequireToken = true });
        Set(server);
        _app.Environment["HUAWEICLOUD_SDK_IAM_ENDPOINT"] = server.Endpoint.AbsoluteUri;

        (await CollectAsync(server, "--region", "nowhere-1")).ShouldExit(2).Error.ShouldContain("knows no project of the name \"nowhere-1\"");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Region_with_several_projects_exits_2_and_lists_them()
    {
        await using var server = SimulatorServer.Start(new SimulatedEstate([new("p-1", Region), new("p-2", Region), new("p-3", "other")], []), new() { RequireToken = true });
        Set(server);
        _app.Environment["HUAWEICLOUD_SDK_IAM_ENDPOINT"] = $"{server.Endpoint}v3";

        (await CollectAsync(server, "--region", Region)).ShouldExit(2).Error.ShouldContain("(p-1, p-2)");
    }

    [Fact]
    public async Task Neither_project_nor_region_exits_2_and_nothing_is_sent_to_a_guessed_identity_service()
    {
        await using var server = Start(new() { RequireToken = true });
        Set(server);

        (await CollectAsync(server)).ShouldExit(2).Error.ShouldContain("HUAWEICLOUD_SDK_PROJECT_ID");
        (await CollectAsync(server, "--region", Region)).ShouldExit(2).Error.ShouldContain("HUAWEICLOUD_SDK_IAM_ENDPOINT");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_secret_key_is_shown_once_and_the_report_is_incomplete()
    {
        await using var server = Start(new() { RequireToken = true });
        Set(server);
        _app.Environment["HUAWEICLOUD_SDK_SK"] = "n0t-this-one";

        var run = await _app.RunAsync("scan", "--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id, "--output", "json=r.json", "--rate", "1000", "--verbose");

        run.ShouldExit(3).Error.ShouldContain("APIGW.0301");
        run.Error.ShouldContain("Check the access key in HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK");
        server.Requests.Count.ShouldBe(1);
        (run.Everything + File.ReadAllText(_app.Folder["r.json"])).ShouldNotContain("n0t-this-one");
    }

    [Theory]
    [InlineData(20, "20 minutes behind the server's")]
    [InlineData(-180, "3 hours ahead of the server's")]
    public async Task Clock_that_is_off_is_told_by_how_much(int minutes, string said)
    {
        await using var server = Start(new() { TimeProvider = new ShiftedClock(TimeSpan.FromMinutes(minutes)) });
        Set(server);

        var run = await CollectAsync(server, "--project", server.Estate.Projects[0].Id);

        run.ShouldExit(3).Error.ShouldContain("APIGW.0303");
        run.Error.ShouldContain(said);
        run.Error.ShouldContain("NTP");
        server.Requests.Count.ShouldBe(1);
    }

    private Task<Process.ImsAuditRun> CollectAsync(SimulatorServer server, params string[] options) =>
        _app.RunAsync(["collect", "-o", "s.ndjson", "--endpoint", server.Endpoint.AbsoluteUri, "--rate", "1000", .. options]);

    private void Set(SimulatorServer server)
    {
        _app.Environment["HUAWEICLOUD_SDK_AK"] = Key(server).Id;
        _app.Environment["HUAWEICLOUD_SDK_SK"] = Key(server).SecretKey;
        if (Key(server).SecurityToken is { } token) _app.Environment["HUAWEICLOUD_SDK_SECURITY_TOKEN"] = token;
    }

    private void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_app.Folder[file])!);
        File.WriteAllText(_app.Folder[file], content);
    }

    private static SimulatedAccessKey Key(SimulatorServer server) => server.AccessKeys[0];

    private static SimulatorServer Start(SimulatorOptions options) => SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), options);

    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
