using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Cli.Tests.Clouds;

/// <summary>Clouds of OpenStack's clients, found where these look.</summary>
public sealed class CloudsYamlTests : IAsyncDisposable
{
    private readonly App _app = new() { Clock = new HurriedClock() };
    private readonly SimulatorServer _server = SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), new() { RequireToken = true });

    public async ValueTask DisposeAsync()
    {
        _app.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("clouds.yaml", "secure.yaml")]
    [InlineData("clouds.yml", "secure.yml")]
    [InlineData(".config/openstack/clouds.yaml", ".config/openstack/secure.yaml")]
    [InlineData("clouds.yaml", ".config/openstack/secure.yaml")]
    public async Task Files_are_found_where_the_clients_look_and_secrets_go_over_the_rest(string clouds, string secure)
    {
        _app.Environment["HOME"] = _app.Folder.Path;
        Write(clouds, Clouds("not-this-one"));
        Write(secure, $"clouds: {{ prod: {{ auth: {{ password: {_server.Password} }} }} }}");

        var run = (await CollectAsync("--cloud", "prod")).ShouldExit(0);

        (run.Everything + File.ReadAllText(_app.Folder["s.ndjson"])).ShouldNotContain(_server.Password);
    }

    [Fact]
    public async Task Files_may_be_named_by_variables()
    {
        Write("a.yaml", Clouds("not-this-one"));
        Write("b.yaml", $"clouds: {{ prod: {{ auth: {{ password: {_server.Password} }} }} }}");
        (_app.Environment["OS_CLIENT_CONFIG_FILE"], _app.Environment["OS_CLIENT_SECURE_FILE"], _app.Environment["OS_CLOUD"]) = (_app.Folder["a.yaml"], "b.yaml", "prod");

        (await CollectAsync()).ShouldExit(0);

        _app.Environment["OS_CLIENT_CONFIG_FILE"] = "absent.yaml";
        (await CollectAsync()).ShouldExit(2).Error.ShouldContain("OS_CLIENT_CONFIG_FILE names the file");
    }

    [Fact]
    public async Task Region_of_the_variable_goes_over_the_files_and_the_command_line_over_both()
    {
        Write("clouds.yaml", Clouds(_server.Password, "region_name: elsewhere"));

        (await CollectAsync("--cloud", "prod")).ShouldExit(2).Error.ShouldContain("elsewhere");
        _app.Environment["OS_REGION_NAME"] = "sim-region-1";
        (await CollectAsync("--cloud", "prod")).ShouldExit(0);
        (await CollectAsync("--cloud", "prod", "--region", "nowhere")).ShouldExit(2).Error.ShouldContain("nowhere");
    }

    [Fact]
    public async Task Name_in_both_is_the_configurations_and_a_note_says_so()
    {
        Write("clouds.yaml", Clouds("not-this-one"));
        _app.Folder.Write("imsaudit.json", $$"""{ "clouds": { "prod": { "endpoint": "{{_server.Endpoint}}", "projects": "p", "auth": "none" } } }""");

        (await CollectAsync("--cloud", "prod", "--category", "public")).Error.ShouldContain("the configuration's is taken");
    }

    [Fact]
    public async Task Broken_file_exits_2_with_its_place_and_other_sources_do_not_mind()
    {
        Write("clouds.yaml", "clouds:\n  prod:\n   - x\n  auth: [");

        (await CollectAsync("--cloud", "prod")).ShouldExit(2).Error.ShouldMatch(@"clouds\.yaml:\d+:\d+: this is no valid YAML");
        (await CollectAsync("--auth", "none", "--endpoint", "http://127.0.0.1:1", "--project", "p")).ShouldExit(3);
    }

    [Fact]
    public async Task Project_star_of_the_command_line_collects_every_project()
    {
        Write("clouds.yaml", Clouds(_server.Password));

        (await CollectAsync("--cloud", "prod", "--project", "*")).ShouldExit(0);

        var snapshot = File.ReadAllText(_app.Folder["s.ndjson"]);
        foreach (var project in _server.Estate.Projects) snapshot.ShouldContain($"owner={project.Id}");
    }

    [Fact]
    public async Task Credentials_of_the_environment_are_not_sent_to_a_named_cloud()
    {
        Write("clouds.yaml", $"clouds: {{ prod: {{ auth: {{ auth_url: '{_server.Endpoint}v3', username: u }} }} }}");
        (_app.Environment["OS_PASSWORD"], _app.Environment["OS_TOKEN"]) = ("of-another-cloud", "of-another-cloud");

        (await CollectAsync("--cloud", "prod")).ShouldExit(2).Error.ShouldContain("auth.password");

        _server.Requests.ShouldBeEmpty();
    }

    private string Clouds(string password, string more = "") => $$"""
        clouds:
          prod:
            auth_type: v3password
            {{more}}
            auth:
              auth_url: {{_server.Endpoint}}v3
              username: {{_server.User}}
              password: {{password}}
              project_name: {{_server.Estate.Projects[0].Name}}
        """;

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_app.Folder[name])!);
        _app.Folder.Write(name, text);
    }

    private Task<ImsAuditRun> CollectAsync(params string[] options) => _app.RunAsync(["collect", "-o", "s.ndjson", "--rate", "1000", .. options.Contains("--category") ? [] : new[] { "--category", "private" }, .. options]);
}
