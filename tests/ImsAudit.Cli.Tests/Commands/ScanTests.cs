using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class ScanTests : IDisposable
{
    private readonly App _app = new();

    public ScanTests() => _app.Folder.Write("sample.json", Texts.Sample);

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    public async Task Run_id_that_is_no_line_of_text_is_a_mistake(string id)
    {
        _app.Folder.Write("sample.json", Texts.Sample);

        (await _app.RunAsync("scan", "--from", "sample.json", "--run-id", id)).ShouldExit(2).Error.ShouldContain("--run-id is");
    }

    [Fact]
    public async Task Sample_of_the_API_page_is_found_to_boot_by_bios()
    {
        var run = (await _app.RunAsync("scan", "--from", "sample.json", "--policy", "must-be-uefi", "--output", "json=-")).ShouldExit(0);

        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray();
        findings.Select(finding => (string)finding!["image"]!["id"]!).ShouldBe(
            ["bc6bed6e-ba3a-4447-afcc-449174a3eb52", "0328c25e-c840-4496-81ac-c4e01b214b1f"], ignoreOrder: true);
        findings.ShouldAllBe(finding => (string)finding!["reasons"]![0]!["field"]! == "hw_firmware_type" && (string)finding["reasons"]![0]!["actual"]! == "bios");
    }

    [Theory]
    [InlineData("critical", 0)]
    [InlineData("high", 0)]
    [InlineData("medium", 1)]
    [InlineData("low", 1)]
    [InlineData("none", 0)]
    public async Task Gate_closes_at_the_policys_severity(string failOn, int exitCode) =>
        (await _app.RunAsync("scan", "--from", "sample.json", "--policy", "must-be-uefi", "--output", "json=r.json", "--fail-on", failOn)).ShouldExit(exitCode);

    [Theory]
    [InlineData("fail", 1)]
    [InlineData("warn", 0)]
    public async Task Policy_that_cannot_be_decided_counts_as_on_error_says(string onError, int exitCode)
    {
        _app.Folder.Write("p.policy.json", Texts.Policy("""
            "require": { "field": "__os_version", "greaterThan": 3 }
            """));

        (await _app.RunAsync("scan", "--from", "sample.json", "--policies", "p.policy.json", "--on-error", onError)).ShouldExit(exitCode);
    }

    [Fact]
    public async Task Unknown_completeness_is_said_and_exits_3_only_when_it_is_required()
    {
        var run = (await _app.RunAsync("scan", "--from", "sample.json", "--policy", "must-be-uefi")).ShouldExit(0);
        run.Output.ShouldStartWith("Completeness not known");

        (await _app.RunAsync("scan", "--from", "sample.json", "--policy", "must-be-uefi", "--require-complete")).ShouldExit(3);
    }

    [Fact]
    public async Task Not_one_image_exits_3_unless_that_is_allowed()
    {
        _app.Folder.Write("none.json", """{ "images": [] }""");

        (await _app.RunAsync("scan", "--from", "none.json", "--output", "text=r.txt")).ShouldExit(3);
        File.ReadAllText(_app.Folder["r.txt"]).ShouldContain("--allow-empty");
        (await _app.RunAsync("scan", "--from", "none.json", "--allow-empty")).ShouldExit(0);
    }

    [Fact]
    public async Task Same_run_id_and_moment_give_the_same_bytes()
    {
        await _app.RunAsync("scan", "--from", "sample.json", "--as-of", "2026-01-31", "--run-id", "x", "--output", "json=1.json");
        await _app.RunAsync("scan", "--from", "sample.json", "--as-of", "2026-01-31", "--run-id", "x", "--output", "json=2.json");

        File.ReadAllBytes(_app.Folder["2.json"]).ShouldBe(File.ReadAllBytes(_app.Folder["1.json"]));
        File.ReadAllText(_app.Folder["1.json"]).ShouldContain("\"asOf\": \"2026-01-31T00:00:00Z\"");
    }

    [Fact]
    public async Task Standard_input_is_read_and_a_snapshot_of_it_reads_as_it_did()
    {
        _app.Input = Texts.Sample;
        (await _app.RunAsync("scan", "--from", "-", "--policy", "must-be-uefi", "--save-snapshot", "s.ndjson.gz", "--output", "json=1.json")).ShouldExit(0);
        (await _app.RunAsync("scan", "--from", "s.ndjson.gz", "--policy", "must-be-uefi", "--output", "json=2.json")).ShouldExit(0);

        var (one, two) = (Result("1.json"), Result("2.json"));
        two["findings"]!.ToJsonString().ShouldBe(one["findings"]!.ToJsonString());
        ((string)one["run"]!["snapshotSha256"]!).ShouldBe((string)two["run"]!["snapshotSha256"]!);
        _app.Files.ShouldBe(["1.json", "2.json", "s.ndjson.gz", "sample.json"]);
    }

    [Fact]
    public async Task Every_format_is_written_in_one_run()
    {
        string[] formats = ["json", "ndjson", "csv", "text", "html", "markdown"];

        (await _app.RunAsync(["scan", "--from", "sample.json", .. formats.SelectMany(format => new[] { "--output", $"{format}=r.{format}" }), "--fail-on", "none"])).ShouldExit(0);

        _app.Files.ShouldBe([.. formats.Select(format => $"r.{format}").Append("sample.json").Order(StringComparer.Ordinal)]);
        foreach (var format in formats) File.ReadAllText(_app.Folder[$"r.{format}"]).ShouldContain("bc6bed6e-ba3a-4447-afcc-449174a3eb52", customMessage: format);
    }

    [Fact]
    public async Task Own_template_shapes_the_text()
    {
        _app.Folder.Write("t.txt", "images: {{ run.images }}");

        var run = await _app.RunAsync("scan", "--from", "sample.json", "--template", "t.txt", "--fail-on", "none");

        run.ShouldExit(0).Output.ShouldBe("images: 2");
    }

    [Fact]
    public async Task Quiet_run_says_nothing_beside_its_output()
    {
        (await _app.RunAsync("scan", "--from", "sample.json", "--quiet")).Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en", "Images boot by UEFI")]
    [InlineData("zh", "镜像以UEFI方式启动")]
    public async Task Texts_come_in_the_language_that_was_asked_for(string language, string title)
    {
        (await _app.RunAsync("scan", "--from", "sample.json", "--policy", "must-be-uefi", "--lang", language)).Output.ShouldContain(title);
    }

    [Fact]
    public async Task Cancelled_run_exits_130_and_leaves_no_file_behind()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        _app.Cancellation = cancelled.Token;

        (await _app.RunAsync("scan", "--from", "sample.json", "--output", "json=r.json", "--save-snapshot", "s.ndjson")).ShouldExit(130);

        _app.Files.ShouldBe(["sample.json"]);
    }

    private JsonNode Result(string name) => JsonNode.Parse(File.ReadAllText(_app.Folder[name]))!;
}
