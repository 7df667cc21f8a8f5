using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary>Whatever is wrong with what the user gave is exit 2, told in a sentence, and nothing was evaluated.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly App _app = new();

    public BadInputTests() => _app.Folder.Write("sample.json", Texts.Sample);

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("{ \"id\": \"own\",\n  \"title\" }", "own.policy.json:2:")]
    [InlineData("""{ "id": "own", "title": "t", "severity": "high", "requires": true }""", "did you mean \"require\"?")]
    [InlineData("""{ "id": "own", "title": "t", "severity": "high", "require": { "field": "name", "equalls": "x" } }""", "did you mean \"equals\"?")]
    [InlineData("""{ "id": "own", "title": "t", "severity": "high", "require": { "field": "name", "equals": "x", "like": "y" } }""", "like")]
    [InlineData("""{ "id": "own", "title": "t", "severity": "high", "require": { "field": "min_disk", "atLeast": "many" } }""", "many")]
    [InlineData("""{ "id": "own", "title": "t", "severity": "high", "require": { "field": "name", "matches": "(" } }""", "(")]
    [InlineData("""{ "id": "own", "title": "t", "severity": "high", "categories": ["privat"], "require": true }""", "did you mean \"private\"?")]
    [InlineData("""{ "id": "own", "title": "t", "severity": "hihg", "require": true }""", "did you mean \"high\"?")]
    public async Task Malformed_policy_is_told_with_file_line_and_column(string json, string said)
    {
        _app.Folder.Write("own.policy.json", json);

        var run = await ScanAsync("--policies", "own.policy.json");

        run.Error.ShouldContain(said);
        run.Error.ShouldMatch(@"own\.policy\.json:\d+:\d+: ");
    }

    [Fact]
    public async Task Duplicate_id_names_both_files()
    {
        _app.Folder.Write("a.policy.json", Texts.Policy("\"require\": true"));
        _app.Folder.Write("b.policy.json", Texts.Policy("\"require\": true"));

        var run = await ScanAsync("--policies", ".");

        run.Error.ShouldContain("a.policy.json");
        run.Error.ShouldContain("b.policy.json");
    }

    [Fact]
    public async Task Empty_policy_folder_is_no_clean_scan()
    {
        Directory.CreateDirectory(_app.Folder["empty"]);

        (await ScanAsync("--policies", "empty")).Error.ShouldContain("there is no policy here");
    }

    [Fact]
    public async Task Mistakes_of_all_kinds_are_told_together()
    {
        _app.Folder.Write("own.policy.json", "{ }");

        var run = await ScanAsync("--policies", "own.policy.json", "--output", "yaml=x", "--fail-on", "hihg", "--as-of", "yesterday");

        foreach (var said in new[] { "own.policy.json", "yaml", "did you mean \"high\"?", "yesterday" }) run.Error.ShouldContain(said);
    }

    [Theory]
    [InlineData("--policy", "must-be-uefy", "did you mean \"must-be-uefi\"?")]
    [InlineData("--policy", "nothing-*", "matches no policy")]
    [InlineData("--tag", "encription", "did you mean \"encryption\"?")]
    [InlineData("--param", "not-stale", "POLICY.NAME=VALUE")]
    [InlineData("--param", "not-stal.days=3", "did you mean \"not-stale\"?")]
    [InlineData("--output", "json", "json=-")]
    [InlineData("--output", "jsom=x", "did you mean \"json\"?")]
    [InlineData("--output", "json=no/such/folder/r.json", "cannot be written")]
    [InlineData("--save-snapshot", "no/such/folder/s.ndjson", "cannot be written")]
    [InlineData("--template", "t.html", "no such output is asked for", "json=r.json")]
    [InlineData("--template", "absent.html", "absent.html", "html=r.html")]
    [InlineData("--lang", "fr", "en, zh")]
    [InlineData("--min-severity", "worst", "critical, high, medium, low, info")]
    [InlineData("--page-size", "7", "--from asks none")]
    [InlineData("--endpoint", "http://127.0.0.1:1", "--from asks none")]
    public async Task Wrong_option_says_what_is_expected(string option, string value, string said, string output = "text=-") =>
        (await ScanAsync(option, value, "--output", output)).Error.ShouldContain(said);

    [Fact]
    public async Task Two_outputs_into_one_file_are_refused() =>
        (await ScanAsync("--output", "json=x", "--output", "csv=x")).Error.ShouldContain("2 times");

    [Fact]
    public async Task Disabled_policy_is_taken_only_by_its_whole_id()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy("\"enabled\": false, \"require\": false"));

        (await ScanAsync("--policies", "own.policy.json")).Error.ShouldContain("No policy selected");
        (await ScanAsync("--policies", "own.policy.json", "--policy", "o*")).Error.ShouldContain("No policy selected");
        (await _app.RunAsync("scan", "--from", "sample.json", "--policies", "own.policy.json", "--policy", "own")).ShouldExit(1);
    }

    [Theory]
    [InlineData("absent.json", "There is no such file.")]
    [InlineData("text.json", "not valid JSON")]
    [InlineData("page.json", "web page")]
    [InlineData("result.json", "imsaudit report")]
    public async Task File_that_holds_no_images_is_told_so(string file, string said)
    {
        _app.Folder.Write("text.json", "[{\"id\": }]");
        _app.Folder.Write("page.json", "<!DOCTYPE html><title>Log in</title>");
        (await _app.RunAsync("scan", "--from", "sample.json", "--output", "json=result.json", "--fail-on", "none")).ShouldExit(0);

        var run = (await _app.RunAsync("scan", "--from", file)).ShouldExit(2);

        run.Error.ShouldContain(said);
    }

    [Theory]
    [InlineData("""{"id":"own","title":"t","severity":"high","require":true}""", "This is a policy, not an image.")]
    [InlineData("""{"id":"a","name":"n","id":"b"}""", "more than one \"id\"")]
    public async Task Object_that_is_no_image_is_told_so_however_the_file_is_read(string json, string said)
    {
        _app.Folder.Write("one.ndjson", json + "\n");
        _app.Folder.Write("second.ndjson", "{\"id\":\"i\"}\n" + json + "\n");

        foreach (var (file, place) in new[] { ("one.ndjson", "line 1"), ("second.ndjson", "line 2") })
        {
            var run = (await _app.RunAsync("scan", "--from", file)).ShouldExit(2);
            var unsorted = (await _app.RunAsync("scan", "--from", file, "--unsorted", "--output", "ndjson=-", "--policy", "must-be-uefi")).ShouldExit(2);

            run.Error.ShouldContain(said);
            run.Error.ShouldContain(place);
            unsorted.Error.ShouldBe(run.Error);
        }
    }

    [Theory]
    [InlineData("--nonsense", "is no option of")]
    [InlineData("--form", "did you mean \"--from\"?")]
    [InlineData("nonsense", "is no command or argument")]
    public async Task Unknown_argument_exits_2_with_a_hint(string argument, string said)
    {
        var run = (await _app.RunAsync("scan", argument)).ShouldExit(2);

        run.Error.ShouldContain(said);
        run.Error.ShouldContain("\"imsaudit scan --help\"");
    }

    [Theory]
    [InlineData()]
    [InlineData("nonsense")]
    [InlineData("scan", "--from")]
    [InlineData("scan", "--page-size", "5", "--page-size", "6")]
    [InlineData("policy")]
    [InlineData("policy", "show")]
    [InlineData("report")]
    [InlineData("collect", "--from", "sample.json")]
    [InlineData("explain", "--from", "sample.json")]
    [InlineData("scan")]
    public async Task Incomplete_command_line_exits_2(params string[] arguments)
    {
        var run = (await _app.RunAsync(arguments)).ShouldExit(2);

        run.Error.ShouldNotBeEmpty();
        run.Output.ShouldBeEmpty();
    }

    private async Task<ImsAuditRun> ScanAsync(params string[] options)
    {
        var run = (await _app.RunAsync(["scan", "--from", "sample.json", .. options])).ShouldExit(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotContain("   at ");
        return run;
    }
}
