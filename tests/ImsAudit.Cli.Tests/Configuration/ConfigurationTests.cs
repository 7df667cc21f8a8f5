using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Configuration;

/// <summary>The file, then the environment, then the command line.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly App _app = new();

    public ConfigurationTests() => _app.Folder.Write("sample.json", Texts.Sample);

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Configuration_of_the_working_folder_takes_the_place_of_options()
    {
        _app.Folder.Write("imsaudit.json", """
            {
              // comments are accepted
              "from": ["sample.json"], "policy": "must-be-uefi", "failOn": "medium", "output": ["json=r.json"], "quiet": true,
            }
            """);

        (await _app.RunAsync("scan")).ShouldExit(1).Error.ShouldBeEmpty();

        File.Exists(_app.Folder["r.json"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Environment_goes_over_the_file_and_the_command_line_over_both()
    {
        _app.Folder.Write("own.json", """{ "from": "sample.json", "policy": "must-be-uefi", "failOn": "medium" }""");
        (await _app.RunAsync("scan", "--config", "own.json")).ShouldExit(1);

        _app.Environment["IMSAUDIT__FAILON"] = "high";
        (await _app.RunAsync("scan", "--config", "own.json")).ShouldExit(0);
        (await _app.RunAsync("scan", "--config", "own.json", "--fail-on", "low")).ShouldExit(1);
    }

    [Fact]
    public async Task List_of_the_command_line_replaces_the_configured_one()
    {
        _app.Folder.Write("imsaudit.json", """{ "from": ["sample.json"], "output": ["json=a.json", "csv=a.csv"], "failOn": "none" }""");

        (await _app.RunAsync("scan", "--output", "text=b.txt")).ShouldExit(0);

        _app.Files.ShouldBe(["b.txt", "imsaudit.json", "sample.json"]);
    }

    [Fact]
    public async Task Command_line_source_goes_over_a_configured_endpoint()
    {
        _app.Folder.Write("imsaudit.json", """{ "endpoint": "http://127.0.0.1:1", "pageSize": 7 }""");

        (await _app.RunAsync("scan", "--from", "sample.json", "--fail-on", "none")).ShouldExit(0);
    }

    [Fact]
    public async Task Every_mistake_of_file_and_environment_is_told_with_its_place()
    {
        _app.Folder.Write("imsaudit.json", """
            {
              "failOm": "high",
              "pageSize": true,
              "policy": [1, {}],
              "quiet": "yes"
            }
            """);
        _app.Environment["IMSAUDIT__PAGESIZ"] = "3";

        var run = (await _app.RunAsync("scan", "--from", "sample.json")).ShouldExit(2);

        foreach (var said in new[] { "imsaudit.json:2:3: ", "did you mean \"failOn\"?", "imsaudit.json:3:", "imsaudit.json:4:", "imsaudit.json:5:", "did you mean IMSAUDIT__PAGESIZE?" })
            run.Error.ShouldContain(said);
    }

    [Theory]
    [InlineData("{ \"failOn\": ")]
    [InlineData("[]")]
    [InlineData("{ \"failOn\": \"high\", \"failOn\": \"none\" }")]
    public async Task File_that_is_no_object_of_options_exits_2(string json)
    {
        _app.Folder.Write("imsaudit.json", json);

        (await _app.RunAsync("scan", "--from", "sample.json")).ShouldExit(2).Error.ShouldMatch(@"imsaudit\.json:\d+:\d+: ");
    }

    [Fact]
    public async Task File_that_is_named_and_not_there_exits_2() =>
        (await _app.RunAsync("scan", "--config", "absent.json", "--from", "sample.json")).ShouldExit(2).Error.ShouldContain("absent.json");

    [Theory]
    [InlineData("password")]
    [InlineData("token")]
    public async Task Secrets_have_no_key(string key)
    {
        _app.Folder.Write("imsaudit.json", $$"""{ "{{key}}": "s3cret" }""");

        var run = (await _app.RunAsync("scan", "--from", "sample.json")).ShouldExit(2);

        run.Error.ShouldContain($"unknown key \"{key}\"");
        run.Error.ShouldNotContain("s3cret");
    }
}
