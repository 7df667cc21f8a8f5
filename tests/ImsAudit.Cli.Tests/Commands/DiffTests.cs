using System.IO.Compression;
using System.Text.Json;
using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class DiffTests : IDisposable
{
    private const string Good = """{"id":"1","name":"golden","hw_firmware_type":"uefi"}""";
    private const string Bad = """{"id":"1","name":"golden","hw_firmware_type":"bios"}""";
    private const string Other = """{"id":"2","name":"other","hw_firmware_type":"bios"}""";
    private readonly App _app = new();

    public DiffTests()
    {
        _app.Folder.Write("uefi.policy.json", Texts.Policy(""" "require": { "field": "hw_firmware_type", "equals": "uefi" } """));
        _app.Folder.Write("old.ndjson", SnapshotText.Of(Good, Other));
        _app.Folder.Write("new.ndjson", SnapshotText.Of(Bad));
        _app.Folder.Write("broken.ndjson", SnapshotText.Broken());
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Results_show_what_is_new_and_fixed()
    {
        await ScanAsync("old");
        await ScanAsync("new");

        var run = (await _app.RunAsync("diff", "old.json", "new.json")).ShouldExit(0);

        run.Output.ShouldStartWith("Findings: 1 new, 1 fixed, 0 still open.\n");
        run.Output.ShouldContain("HIGH  own: 'golden'");
        run.Output.ShouldContain("--old-snapshot");
    }

    [Fact]
    public async Task Snapshots_show_what_became_of_images()
    {
        var run = (await _app.RunAsync("diff", "old.ndjson", "new.ndjson", "--policies", "uefi.policy.json")).ShouldExit(0);

        run.Output.ShouldStartWith("Images: 0 added, 1 removed, 1 changed, 0 unchanged.\n");
        run.Output.ShouldContain("hw_firmware_type: uefi -> bios  (read by own)");
        run.Output.ShouldNotContain("Findings");
    }

    [Fact]
    public async Task Snapshots_beside_results_show_both()
    {
        await ScanAsync("old");
        await ScanAsync("new");

        var run = (await _app.RunAsync("diff", "old.json", "new.json", "--old-snapshot", "old.ndjson", "--new-snapshot", "new.ndjson")).ShouldExit(0);

        run.Output.ShouldContain("Findings: 1 new");
        run.Output.ShouldContain("Images: 0 added, 1 removed, 1 changed");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Incomplete_side_exits_3_says_so_first_and_calls_nothing_fixed()
    {
        await ScanAsync("old");
        await ScanAsync("broken");

        var results = (await _app.RunAsync("diff", "old.json", "broken.json", "--output", "text=d.txt", "--output", "json")).ShouldExit(3);
        var images = (await _app.RunAsync("diff", "old.ndjson", "broken.ndjson")).ShouldExit(3);

        (await File.ReadAllTextAsync(_app.Folder["d.txt"])).ShouldStartWith("The new one is INCOMPLETE");
        results.Error.ShouldContain("INCOMPLETE");
        using var json = JsonDocument.Parse(results.Output);
        var count = json.RootElement.GetProperty("findings").GetProperty("count");
        (count.GetProperty("fixed").GetInt32(), count.GetProperty("notSeenSince").GetInt32()).ShouldBe((0, 1));
        images.Output.ShouldContain("0 removed");
        images.Output.ShouldContain("2 not seen in the new one");
        images.Output.ShouldContain("Page 2 answered 503.");
    }

    [Fact]
    public async Task Content_decides_also_when_it_is_compressed()
    {
        await ScanAsync("old");
        Pack("old.ndjson", "odd.bin");
        Pack("old.json", "result.bin");

        (await _app.RunAsync("diff", "odd.bin", "new.ndjson")).ShouldExit(0).Output.ShouldContain("1 removed");
        (await _app.RunAsync("diff", "result.bin", "old.json")).ShouldExit(0).Output.ShouldContain("Findings: 0 new, 0 fixed, 1 still open.");
    }

    [Fact]
    public async Task Standard_input_is_one_of_them()
    {
        _app.Input = await File.ReadAllTextAsync(_app.Folder["old.ndjson"]);

        (await _app.RunAsync("diff", "-", "new.ndjson")).ShouldExit(0).Output.ShouldContain("1 removed");
        (await _app.RunAsync("diff", "-", "-")).ShouldExit(2).Error.ShouldContain("only once");
    }

    [Fact]
    public async Task Saved_responses_are_images_that_prove_nothing()
    {
        _app.Folder.Write("a.json", $"[{Good},{Other}]");
        _app.Folder.Write("b.json", $"[{Bad}]");

        var run = (await _app.RunAsync("diff", "a.json", "b.json", "--policies", "uefi.policy.json")).ShouldExit(0);

        run.Output.ShouldContain("0 removed, 1 changed, 0 unchanged, 1 not seen in the new one");
        run.Output.ShouldStartWith("Nobody knows");
    }

    [Theory]
    [InlineData("a list of images", "old.json", "new.ndjson")]
    [InlineData("a list of images", "old.ndjson", "old.json")]
    [InlineData("no such file", "absent.json", "old.json")]
    [InlineData("go together", "old.json", "old.json", "--old-snapshot", "old.ndjson")]
    [InlineData("is a result", "old.json", "old.json", "--old-snapshot", "old.json", "--new-snapshot", "old.json")]
    [InlineData("leave the options out", "old.ndjson", "new.ndjson", "--old-snapshot", "old.ndjson", "--new-snapshot", "new.ndjson")]
    [InlineData("--pack is about the fields of images", "old.json", "old.json", "--pack", "baseline")]
    [InlineData("--all-fields is about the fields of images", "old.json", "old.json", "--all-fields")]
    [InlineData("text, markdown, html, json", "old.json", "old.json", "--output", "sarif")]
    [InlineData("take the place of a file that is read", "old.json", "old.json", "--output", "json=old.json")]
    [InlineData("expected is en, zh", "old.json", "old.json", "--lang", "fr")]
    [InlineData("no policy selected", "old.ndjson", "new.ndjson", "--tag", "golden", "--min-severity", "critical")]
    public async Task Mistake_exits_2_with_a_sentence(string sentence, params string[] arguments)
    {
        await ScanAsync("old");

        (await _app.RunAsync(["diff", .. arguments])).ShouldExit(2).Error.ShouldContain(sentence, Case.Insensitive);
    }

    [Fact]
    public async Task Result_that_is_cut_off_exits_2()
    {
        await ScanAsync("old");
        var text = await File.ReadAllTextAsync(_app.Folder["old.json"]);
        _app.Folder.Write("cut.json", text[..(text.Length / 2)]);

        (await _app.RunAsync("diff", "cut.json", "old.json")).ShouldExit(2).Error.ShouldContain("cut.json");
    }

    [Fact]
    public async Task Result_whose_members_were_sorted_is_a_result()
    {
        await ScanAsync("old");
        var members = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["old.json"]))!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal);
        _app.Folder.Write("sorted.json", $"{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Value!.ToJsonString()}"))}}}");

        (await _app.RunAsync("diff", "sorted.json", "old.json")).ShouldExit(0).Output.ShouldContain("1 still open");
    }

    [Fact]
    public async Task Every_format_goes_to_a_file_of_its_own_and_the_same_input_gives_the_same_bytes()
    {
        await ScanAsync("old");
        await ScanAsync("new");
        string[] formats = ["text", "markdown", "html", "json"];

        foreach (var round in new[] { "1", "2" })
            (await _app.RunAsync(["diff", "old.json", "new.json", "--lang", "zh", .. formats.SelectMany(format => new[] { "--output", $"{format}={round}.{format}" })])).ShouldExit(0);

        foreach (var format in formats) File.ReadAllBytes(_app.Folder[$"2.{format}"]).ShouldBe(File.ReadAllBytes(_app.Folder[$"1.{format}"]), format);
        (await File.ReadAllTextAsync(_app.Folder["1.html"])).ShouldContain("<html lang=\"zh-CN\">");
    }

    [Fact]
    public async Task Configured_outputs_are_those_of_scans()
    {
        await ScanAsync("old");
        _app.Folder.Write("imsaudit.json", """{ "output": ["html=report.html"] }""");

        (await _app.RunAsync("diff", "old.json", "old.json")).ShouldExit(0).Output.ShouldContain("Findings");
        _app.Files.ShouldNotContain("report.html");
    }

    private async Task ScanAsync(string name) =>
        await _app.RunAsync("scan", "--from", $"{name}.ndjson", "--policies", "uefi.policy.json", "--fail-on", "none", "--output", $"json={name}.json", "--run-id", name, "--quiet", "--allow-empty");

    private void Pack(string from, string to)
    {
        using var packed = new GZipStream(File.Create(_app.Folder[to]), CompressionLevel.Fastest);
        packed.Write(File.ReadAllBytes(_app.Folder[from]));
    }
}
