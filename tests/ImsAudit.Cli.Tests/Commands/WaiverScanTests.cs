using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary>Waivers as a scan meets them. It is 2026-03-01.</summary>
public sealed class WaiverScanTests : IDisposable
{
    private static readonly string[] s_formats = ["json", "ndjson", "csv", "text", "html", "markdown"];
    private readonly App _app = new();

    public WaiverScanTests()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy("""
            "require": { "field": "x", "equals": "good" }
            """));
        _app.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i1","name":"webserver","x":"bad"}"""));
        Waive("""{ "policy": "own", "image": "i1", "reason": "Rebuilt in April", "owner": "team-web", "ticket": "OPS-1", "expires": "2026-03-01" }""");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Waived_violation_does_not_close_the_gate_and_is_counted()
    {
        var run = (await ScanAsync(0, "--waivers", "w.json"));

        run.Output.ShouldContain("1 waived");
        run.Output.ShouldNotContain("webserver");
        run.Error.ShouldContain("waived: 1");
    }

    [Fact]
    public async Task Waived_violation_is_listed_when_that_is_asked() =>
        (await ScanAsync(0, "--waivers", "w.json", "--show-waived")).Output.ShouldContain("waived until 2026-03-01 by team-web: Rebuilt in April (OPS-1)");

    [Theory]
    [InlineData("2026-03-01T23:59:59Z", 0)]
    [InlineData("2026-03-02", 1)]
    public async Task Waiver_holds_to_the_end_of_its_last_day(string asOf, int exitCode)
    {
        var run = await ScanAsync(exitCode, "--waivers", "w.json", "--as-of", asOf);

        run.Error.Contains("expired on 2026-03-01", StringComparison.Ordinal).ShouldBe(exitCode == 1);
        run.Output.Contains("Waiver expired and waives nothing: own for i1", StringComparison.Ordinal).ShouldBe(exitCode == 1);
    }

    [Fact]
    public async Task Configured_waivers_are_taken_unless_none_are_wanted()
    {
        _app.Folder.Write("imsaudit.json", """{ "waivers": "w.json" }""");

        await ScanAsync(0);
        (await ScanAsync(1, "--no-waivers")).Output.ShouldContain("0 waived");

        _app.Folder.Write("w.json", "{");
        await ScanAsync(2);
        await ScanAsync(1, "--no-waivers");
    }

    [Theory]
    [InlineData("absent.json", "absent.json: the waivers cannot be read")]
    [InlineData("own.policy.json", "own.policy.json:1:")]
    [InlineData(".", "cannot be read")]
    public async Task File_that_holds_no_waivers_exits_2(string file, string said)
    {
        var run = await ScanAsync(2, "--waivers", file);

        run.Error.ShouldContain(said);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Mistakes_of_waivers_policies_and_baseline_are_told_together()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy("\"requires\": true"));
        _app.Folder.Write("mine.list.json", """{ "id": "mine", "values": ["a"] }""");
        Waive("""{ "policy": "own", "where": { "field": "name", "in": { "list": "mine" } }, "reason": "r", "owner": "o", "expires": "soon" }""");

        var run = (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", ".", "--waivers", "w.json", "--baseline", "s.ndjson")).ShouldExit(2);

        foreach (var said in new[] { "did you mean \"require\"?", "w.json:", "expected a date", "s.ndjson:" }) run.Error.ShouldContain(said);
        run.Error.ShouldNotContain("there is no list");
    }

    [Theory]
    [InlineData()]
    [InlineData("--show-waived")]
    public async Task Every_format_tells_of_waivers_and_a_saved_result_gives_the_same_bytes(params string[] options)
    {
        Waive(
            """{ "policy": "own", "image": "i1", "reason": "Rebuilt in April", "owner": "team-web", "expires": "2026-03-01" }""",
            """{ "policy": "own", "image": "i1", "reason": "Old reason", "owner": "team-old", "expires": "2026-02-28" }""",
            """{ "policy": "own", "name": "none-*", "reason": "Idle reason", "owner": "team-idle", "expires": "2026-12-31" }""");
        await ScanAsync(0, ["--waivers", "w.json", .. options, .. Into("1")]);

        (await _app.RunAsync(["report", "1.json", .. options, .. Into("2")])).ShouldExit(0);

        foreach (var format in s_formats)
        {
            var report = File.ReadAllText(_app.Folder[$"1.{format}"]);
            foreach (var said in new[] { "team", "old", "idle", "Old reason", "Idle reason" }) report.ShouldContain(said, customMessage: format);
            File.ReadAllText(_app.Folder[$"2.{format}"]).ShouldBe(report, format);
        }
    }

    [Fact]
    public async Task Policy_that_is_not_waivable_is_not_waived()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy("""
            "waivable": false, "require": { "field": "x", "equals": "good" }
            """));

        (await ScanAsync(1, "--waivers", "w.json")).Output.ShouldContain("Waiver matched nothing: own for i1");
    }

    [Fact]
    public async Task Known_violation_does_not_close_the_gate_and_a_new_one_does()
    {
        await ScanAsync(1, "--output", "json=base.json");

        (await ScanAsync(0, "--baseline", "base.json")).Output.ShouldContain("[in the baseline] webserver");

        _app.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i1","x":"bad"}""", """{"id":"i2","x":"bad"}"""));
        (await ScanAsync(1, "--baseline", "base.json")).Error.ShouldContain("in the baseline: 1");
    }

    [Fact]
    public async Task What_is_gone_is_fixed_but_not_when_not_all_was_seen()
    {
        await ScanAsync(1, "--output", "json=base.json", "--run-id", "before");
        _app.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i1","x":"good"}"""));

        (await ScanAsync(0, "--baseline", "base.json")).Output.ShouldContain("fixed: own (high)  webserver  i1");
        var result = JsonNode.Parse((await ScanAsync(0, "--baseline", "base.json", "--output", "json=-")).Output)!;
        ((string)result["baseline"]!["run"]!, (string)result["baseline"]!["fixed"]![0]!["image"]!).ShouldBe(("before", "i1"));

        _app.Folder.Write("s.ndjson", SnapshotText.Broken("""{"id":"i2","x":"good"}"""));
        (await ScanAsync(3, "--baseline", "base.json")).Output.ShouldContain("what is fixed since cannot be told");
    }

    [Theory]
    [InlineData("absent.json", "the baseline cannot be read")]
    [InlineData("w.json", "w.json:")]
    public async Task Baseline_that_is_no_result_exits_2(string file, string said) =>
        (await ScanAsync(2, "--baseline", file)).Error.ShouldContain(said);

    private static IEnumerable<string> Into(string name) => s_formats.SelectMany(format => new[] { "--output", $"{format}={name}.{format}" });

    private void Waive(params string[] waivers) => _app.Folder.Write("w.json", $$"""{ "waivers": [{{string.Join(", ", waivers)}}] }""");

    private async Task<ImsAuditRun> ScanAsync(int exitCode, params string[] options) =>
        (await _app.RunAsync(["scan", "--from", "s.ndjson", "--policies", "own.policy.json", .. options])).ShouldExit(exitCode);
}
