using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary>A snapshot that is not what was written is incomplete, whatever it holds.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly App _app = new();

    public SnapshotTests() => _app.Folder.Write("sample.json", Texts.Sample);

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Snapshot_that_was_cut_in_the_middle_exits_3()
    {
        await CollectAsync();
        var lines = File.ReadAllLines(_app.Folder["s.ndjson"]);
        File.WriteAllLines(_app.Folder["s.ndjson"], lines[..^1]);

        await ShouldBeIncompleteAsync();
    }

    [Fact]
    public async Task Snapshot_that_was_altered_exits_3()
    {
        await CollectAsync();
        var text = File.ReadAllText(_app.Folder["s.ndjson"]);
        File.WriteAllText(_app.Folder["s.ndjson"], text.Replace("\"bios\"", "\"uefi\"", StringComparison.Ordinal));

        await ShouldBeIncompleteAsync();
    }

    [Fact]
    public async Task Snapshot_goes_to_standard_output_and_nothing_else_does()
    {
        var run = (await _app.RunAsync("collect", "--from", "sample.json", "-o", "-")).ShouldExit(0);

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.StartsWith('{'));
        run.Output.ShouldContain("\"end\":true");
    }

    private async Task CollectAsync() => (await _app.RunAsync("collect", "--from", "sample.json", "-o", "s.ndjson")).ShouldExit(0);

    private async Task ShouldBeIncompleteAsync()
    {
        var run = (await _app.RunAsync("scan", "--from", "s.ndjson", "--fail-on", "none", "--quiet")).ShouldExit(3);
        run.Output.ShouldContain("INCOMPLETE", Case.Insensitive);
        run.Error.ShouldContain("INCOMPLETE");
    }
}
