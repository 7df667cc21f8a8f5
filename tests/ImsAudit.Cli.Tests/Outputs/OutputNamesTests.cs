using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Outputs;

/// <summary>No output takes the place of another, or of what is read.</summary>
public sealed class OutputNamesTests : IDisposable
{
    private readonly App _app = new();

    public OutputNamesTests()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy(""" "require": { "field": "x", "equals": "good" } """));
        _app.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i1","x":"good"}"""));
    }

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("--output", "json=./s.ndjson")]
    [InlineData("--save-snapshot", "s.ndjson")]
    [InlineData("--output", "json=a", "--output", "text=./a")]
    [InlineData("--output", "json=a", "--save-snapshot", "a")]
    [InlineData("--save-snapshot", "-")]
    public async Task Outputs_that_fall_together_exit_2_and_nothing_is_written(params string[] options)
    {
        var before = File.ReadAllText(_app.Folder["s.ndjson"]);
        var outputs = options[^1] == "-" ? ["--output", "text=-", .. options] : options;

        (await _app.RunAsync(["scan", "--from", "s.ndjson", "--policies", "own.policy.json", .. outputs])).ShouldExit(2);

        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldBe(before);
        _app.Files.ShouldBe(["own.policy.json", "s.ndjson"]);
    }

    [Theory]
    [InlineData("--waivers")]
    [InlineData("--baseline")]
    [InlineData("--config")]
    public async Task Empty_file_name_exits_2(string option) =>
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", option, "")).ShouldExit(2);

    [Fact]
    public async Task Report_of_no_file_exits_2() => (await _app.RunAsync("report", "")).ShouldExit(2);
}
