using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Cli.Tests.Clouds;

/// <summary><c>clouds</c> in the configuration file and in the environment.</summary>
public sealed class ConfiguredCloudTests : IDisposable
{
    private const string Literal = "hunter2-literal";

    private readonly App _app = new() { Clock = new HurriedClock() };

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("""{ "type": "password", "username": "u", "password": "hunter2-literal" }""", "password")]
    [InlineData("""{ "type": "password", "username": "u", "password": "x${env:PW}hunter2-literal" }""", "password")]
    [InlineData("""{ "type": "token", "token": "hunter2-literal" }""", "token")]
    [InlineData("""{ "type": "aksk", "ak": "AK", "sk": "hunter2-literal" }""", "sk")]
    [InlineData("""{ "type": "aksk", "ak": "AK", "sk": "${env:SK}", "securityToken": "hunter2-literal" }""", "securityToken")]
    [InlineData("""{ "type": "applicationCredential", "id": "i", "secret": "hunter2-literal" }""", "secret")]
    [InlineData("""{ "type": "applicationCredential", "id": "i", "applicationCredentialSecret": "hunter2-literal" }""", "applicationCredentialSecret")]
    public async Task Secret_that_stands_there_itself_exits_2_with_its_place_and_is_not_shown(string auth, string key)
    {
        Configure($$"""{ "endpoint": "http://127.0.0.1:1", "auth": {{auth}} }""");

        var run = (await CollectAsync()).ShouldExit(2);

        run.Error.ShouldMatch(@"imsaudit\.json:\d+:\d+: ");
        run.Error.ShouldContain($"(at /clouds/prod/auth/{key})");
        run.Error.ShouldContain("${env:NAME}");
        run.Everything.ShouldNotContain(Literal);
    }

    [Theory]
    [InlineData("\"clouds\": \"hunter2-literal\"")]
    [InlineData("\"clouds\": [\"hunter2-literal\"]")]
    [InlineData("\"clouds\": { \"prod\": \"hunter2-literal\" }")]
    [InlineData("\"clouds\": { \"prod\": { \"auth\": \"hunter2-literal\" } }")]
    [InlineData("\"clouds\": { \"prod\": { \"auth\": [\"hunter2-literal\"] } }")]
    [InlineData("\"clouds\": { \"prod\": { \"password\": \"hunter2-literal\" } }")]
    [InlineData("\"clouds\": { \"prod\": { \"endpoint\": { \"password\": \"hunter2-literal\" } } }")]
    [InlineData("\"clouds\": { \"prod\": { \"auth\": { \"type\": \"hunter2-literal\" } } }")]
    [InlineData("\"clouds\": { \"prod\": { \"auth\": { \"type\": \"password\", \"passwort\": \"hunter2-literal\" } } }")]
    [InlineData("\"clouds\": { \"prod\": { \"auth\": { \"password\": [\"hunter2-literal\"] } } }")]
    public async Task Secret_in_a_wrong_place_is_not_shown_either(string clouds)
    {
        _app.Folder.Write("imsaudit.json", $"{{ {clouds} }}");

        var run = (await CollectAsync()).ShouldExit(2);

        run.Error.ShouldContain("imsaudit.json:1:");
        run.Everything.ShouldNotContain(Literal);
    }

    [Theory]
    [InlineData("""{ "regoin": "r" }""", "did you mean \"region\"?")]
    [InlineData("""{ "auth": { "type": "password", "user": "u" } }""", "unknown key \"user\"")]
    [InlineData("""{ "auth": { "type": "token", "passsword": "${env:X}" } }""", "unknown key \"passsword\"")]
    [InlineData("""{ "auth": "pasword" }""", "did you mean \"password\"?")]
    [InlineData("""{ "auth": {} }""", "\"type\" is missing")]
    [InlineData("""{ "region": [] }""", "the list is empty")]
    [InlineData("""{ "region": [1] }""", "expected is a text")]
    [InlineData("""{ "projects": 5 }""", "a text or a list of texts")]
    public async Task Mistake_in_a_cloud_is_told_with_its_place(string cloud, string said)
    {
        Configure(cloud);

        var run = (await CollectAsync()).ShouldExit(2);

        run.Error.ShouldContain(said);
        run.Error.ShouldMatch(@"imsaudit\.json:\d+:\d+: ");
    }

    [Theory]
    [InlineData("""{ "endpoint": "http://127.0.0.1:1", "projects": "p", "auth": { "type": "token", "token": "${env:NOT_SET}" } }""", "NOT_SET is not set", "/clouds/prod/auth/token")]
    [InlineData("""{ "endpoint": "http://127.0.0.1:1", "projects": "p", "auth": { "type": "token", "token": "${file:absent.txt}" } }""", "absent.txt cannot be read", "/clouds/prod/auth/token")]
    [InlineData("""{ "endpoint": "http://${env:NOT_SET}", "projects": "p" }""", "NOT_SET is not set", "/clouds/prod/endpoint")]
    [InlineData("""{ "endpoint": "${file:host.txt}", "projects": "p" }""", "is for secrets", "/clouds/prod/endpoint")]
    [InlineData("""{ "endpoint": "http://127.0.0.1:1", "region": ["a", "b"], "projects": "p", "auth": "none" }""", "{region}", "/clouds/prod/endpoint")]
    [InlineData("""{ "endpoint": "http://{region}.example", "projects": "p", "auth": "none" }""", "names no \"region\"", "/clouds/prod/endpoint")]
    [InlineData("""{ "interface": "pubic", "auth": "none", "endpoint": "http://127.0.0.1:1" }""", "did you mean \"public\"?", "/clouds/prod/interface")]
    public async Task What_cannot_be_put_in_exits_2_with_its_place(string cloud, string said, string pointer)
    {
        Configure(cloud);

        var run = (await CollectAsync()).ShouldExit(2);

        run.Error.ShouldContain(said);
        run.Error.ShouldContain($"(at {pointer}");
        run.Error.ShouldMatch(@"imsaudit\.json:\d+:\d+: ");
    }

    [Theory]
    [InlineData("""{ "type": "password" }""", "auth.username and auth.password")]
    [InlineData("""{ "type": "token" }""", "auth.token")]
    [InlineData("""{ "type": "applicationCredential", "id": "i" }""", "auth.applicationCredentialSecret")]
    [InlineData("""{ "type": "applicationCredential", "name": "n", "secret": "${env:SECRET}" }""", "auth.username")]
    [InlineData("""{ "type": "aksk", "ak": "AK" }""", "\"sk\"")]
    public async Task Half_of_the_credentials_exits_2_and_names_the_rest(string auth, string missing)
    {
        _app.Environment["SECRET"] = "s";
        Configure($$"""{ "identityEndpoint": "http://127.0.0.1:1/v3", "region": "r", "auth": {{auth}} }""");

        (await CollectAsync()).ShouldExit(2).Error.ShouldContain(missing);
    }

    [Fact]
    public async Task Secret_comes_from_a_file_beside_the_configuration_without_its_line_end()
    {
        await using var server = Start();
        Directory.CreateDirectory(_app.Folder["conf"]);
        _app.Folder.Write("conf/secret.txt", server.Password + "\r\n");
        _app.Folder.Write("conf/own.json", $$"""{ "clouds": { "prod": {{Cloud(server, "\"${file:secret.txt}\"")}} } }""");

        var run = (await CollectAsync("--config", "conf/own.json")).ShouldExit(0);

        (run.Everything + File.ReadAllText(_app.Folder["s.ndjson"])).ShouldNotContain(server.Password);
        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldContain("\"cloud\":\"prod\"");
    }

    [Fact]
    public async Task Variable_that_only_another_cloud_needs_may_be_absent()
    {
        await using var server = Start();
        _app.Environment["PW"] = server.Password;
        _app.Folder.Write("imsaudit.json", $$"""{ "clouds": { "prod": {{Cloud(server, "\"${env:PW}\"")}}, "test": {{Cloud(server, "\"${env:NOT_SET}\"")}} } }""");

        (await CollectAsync("--cloud", "prod")).ShouldExit(0);
        (await CollectAsync()).ShouldExit(2).Error.ShouldContain("NOT_SET");
    }

    [Fact]
    public async Task Cloud_of_the_environment_goes_over_the_file()
    {
        await using var server = Start();
        _app.Environment["PW"] = server.Password;
        Configure("""{ "identityEndpoint": "http://127.0.0.1:1", "region": "nowhere", "auth": "none" }""");
        _app.Environment["IMSAUDIT__CLOUDS__PROD__IDENTITYENDPOINT"] = $"{server.Endpoint}v3";
        _app.Environment["IMSAUDIT__CLOUDS__PROD__REGION"] = "sim-region-1";
        _app.Environment["IMSAUDIT__CLOUDS__PROD__AUTH"] = "password";
        _app.Environment["OS_USERNAME"] = server.User;
        _app.Environment["OS_PASSWORD"] = server.Password;
        _app.Environment["OS_PROJECT_ID"] = server.Estate.Projects[0].Id;

        (await CollectAsync()).ShouldExit(0);

        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldContain("\"cloud\":\"prod\",\"region\":\"sim-region-1\"", customMessage: "the name is written as in the file");
    }

    [Fact]
    public async Task Whole_cloud_may_come_from_the_environment()
    {
        await using var server = Start();
        _app.Environment["PW"] = server.Password;
        foreach (var (key, value) in new[] { ("IDENTITYENDPOINT", $"{server.Endpoint}v3"), ("PROJECTS__0", server.Estate.Projects[0].Id), ("AUTH__TYPE", "password"), ("AUTH__USERNAME", server.User), ("AUTH__PASSWORD", "${env:PW}") })
            _app.Environment[$"IMSAUDIT__CLOUDS__prod__{key}"] = value;

        (await CollectAsync("--cloud", "prod")).ShouldExit(0);
    }

    [Theory]
    [InlineData("IMSAUDIT__CLOUDS__PROD__AUTH__PASSWORD", "hunter2-literal", "IMSAUDIT__CLOUDS__PROD__AUTH__PASSWORD: \"password\" is a secret")]
    [InlineData("IMSAUDIT__CLOUDS__PROD__AUTH__PASWORD", "hunter2-literal", "did you mean PASSWORD?")]
    [InlineData("IMSAUDIT__CLOUDS__PROD__REGIN", "hunter2-literal", "did you mean REGION?")]
    [InlineData("IMSAUDIT__CLOUDS__PROD__AUTH", "hunter2-literal", "no way to sign in")]
    [InlineData("IMSAUDIT__CLOUDS__PROD", "hunter2-literal", "names no setting of a cloud")]
    [InlineData("IMSAUDIT__CLOUDS__PROD__REGION__X", "hunter2-literal", "number of an item")]
    [InlineData("IMSAUDIT__CLOUDS__PROD__ENDPOINT__X", "hunter2-literal", "goes too deep")]
    public async Task Mistake_in_a_variable_is_told_by_its_name_and_without_its_value(string variable, string value, string said)
    {
        _app.Environment[variable] = value;

        var run = (await CollectAsync("--endpoint", "http://127.0.0.1:1")).ShouldExit(2);

        run.Error.ShouldContain(said);
        run.Everything.ShouldNotContain(Literal);
    }

    [Fact]
    public async Task Unknown_cloud_exits_2_with_a_suggestion_the_known_ones_and_the_files()
    {
        Configure("""{ "auth": "none" }""");

        var run = (await CollectAsync("--cloud", "prud")).ShouldExit(2);

        foreach (var said in new[] { "There is no cloud \"prud\"", "did you mean \"prod\"?", "Known are prod", "clouds.yaml", "/etc/openstack/clouds.yaml" }) run.Error.ShouldContain(said);
    }

    [Fact]
    public async Task Configured_selection_takes_the_place_of_all_clouds_and_the_command_line_of_both()
    {
        await using var server = Start(requireToken: false);
        var cloud = $$"""{ "endpoint": "{{server.Endpoint}}", "projects": "{{server.Estate.Projects[0].Id}}", "auth": "none" }""";
        _app.Folder.Write("imsaudit.json", $$"""{ "cloud": ["two"], "clouds": { "one": {{cloud}}, "two": {{cloud}}, "three": {{cloud}} } }""");

        (await CollectAsync()).ShouldExit(0);
        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldNotContain("\"cloud\":\"one\"");
        (await CollectAsync("--cloud", "one", "--cloud", "three")).ShouldExit(0);
        var snapshot = File.ReadAllText(_app.Folder["s.ndjson"]);
        (snapshot.Contains("\"cloud\":\"one\""), snapshot.Contains("\"cloud\":\"two\""), snapshot.Contains("\"cloud\":\"three\"")).ShouldBe((true, false, true));
    }

    [Fact]
    public async Task Endpoint_of_the_command_line_goes_over_the_configured_clouds()
    {
        await using var server = Start(requireToken: false);
        Configure("""{ "endpoint": "http://127.0.0.1:1", "projects": "p", "auth": "none" }""");

        (await CollectAsync("--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id)).ShouldExit(0);

        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldNotContain("\"prod\"");
    }

    [Fact]
    public async Task Endpoint_beside_one_cloud_takes_the_place_of_its_own_and_beside_several_exits_2()
    {
        await using var server = Start(requireToken: false);
        var cloud = """{ "endpoint": "http://127.0.0.1:1", "projects": "p", "auth": "none" }""";
        _app.Folder.Write("imsaudit.json", $$"""{ "allowEmpty": true, "clouds": { "one": {{cloud}}, "two": {{cloud}} } }""");

        (await CollectAsync("--cloud", "one", "--endpoint", server.Endpoint.AbsoluteUri)).ShouldExit(0);
        (await CollectAsync("--cloud", "one", "--cloud", "two", "--endpoint", server.Endpoint.AbsoluteUri)).ShouldExit(2).Error.ShouldContain("--endpoint belongs to one cloud");
    }

    [Fact]
    public async Task Files_are_read_in_the_place_of_configured_clouds()
    {
        Configure("""{ "endpoint": "http://127.0.0.1:1", "auth": "none" }""");
        _app.Folder.Write("sample.json", Texts.Sample);

        (await _app.RunAsync("scan", "--from", "sample.json", "--fail-on", "none")).ShouldExit(0);
        (await _app.RunAsync("scan", "--from", "sample.json", "--cloud", "prod")).ShouldExit(2).Error.ShouldContain("--cloud");
    }

    private void Configure(string cloud) => _app.Folder.Write("imsaudit.json", $$"""{ "clouds": { "prod": {{cloud}} } }""");

    private Task<ImsAuditRun> CollectAsync(params string[] options) => _app.RunAsync(["collect", "-o", "s.ndjson", "--category", "private", "--rate", "1000", .. options]);

    private static string Cloud(SimulatorServer server, string password) =>
        $$"""
        { "identityEndpoint": "{{server.Endpoint}}v3", "projects": "{{server.Estate.Projects[0].Id}}",
          "auth": { "type": "password", "username": "{{server.User}}", "password": {{password}} } }
        """;

    private static SimulatorServer Start(bool requireToken = true) => SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), new() { RequireToken = requireToken });
}
