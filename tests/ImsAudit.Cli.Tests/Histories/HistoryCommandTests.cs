using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Histories;

/// <summary><c>history list|show|trend|prune|export</c> over three scans. It is 2026-03-01.</summary>
public sealed class HistoryCommandTests : IAsyncLifetime, IDisposable
{
    private readonly App _app = new();

    public async Task InitializeAsync()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy(""" "require": { "field": "x", "equals": "good" } """));
        await ScanAsync("2026-02-08", """{"id":"i1","name":"web\u001b[31mserver","x":"bad"}""", """{"id":"i2","x":"bad"}""");
        await ScanAsync("2026-02-15", """{"id":"i1","name":"web\u001b[31mserver","x":"bad"}""", """{"id":"i2","x":"good"}""");
        await ScanAsync("2026-02-22", """{"id":"i1","name":"web\u001b[31mserver","x":"good"}""", """{"id":"i2","x":"good"}""");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task List_has_a_row_a_scan()
    {
        var rows = (await RunAsync("list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        rows.Length.ShouldBe(4);
        rows[1].ShouldBe("2026-02-08 00:00:00Z\trun 2026-02-08\tprod/r1/p1 (private)\t2\t0\t2\t0\t0\t0\t0\t0\t0.0 %\t2\t0\tcomplete\t1\t");
    }

    [Fact]
    public async Task List_is_json_and_csv_too()
    {
        await RunAsync("list", "--output", "json=l.json", "--output", "csv=l.csv");

        var scans = JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["l.json"]))!["scans"]!.AsArray();
        scans.Select(scan => ((string)scan!["run"]!, (double)scan["compliance"]!, (int)scan["fixed"]!)).ShouldBe([("run 2026-02-08", 0, 0), ("run 2026-02-15", 0.5, 1), ("run 2026-02-22", 1, 1)]);
        (await File.ReadAllTextAsync(_app.Folder["l.csv"])).Split("\r\n")[0].ShouldStartWith("as of,run,scope,images,critical,");
    }

    [Fact]
    public async Task Show_has_what_was_open_at_the_moment_of_a_scan()
    {
        var page = (await RunAsync("show", "run 2026-02-15")).Output;

        page.ShouldContain("run run 2026-02-15 as of 2026-02-15 00:00:00Z, prod/r1/p1 (private)");
        page.ShouldContain("Open at that moment: 1");
        page.ShouldContain("since 2026-02-08 00:00:00Z (7 d)");
        page.ShouldNotContain('\u001b');
        (await RunAsync("show")).Output.ShouldContain("No finding was open.");
    }

    [Fact]
    public async Task Show_tells_the_life_of_a_finding()
    {
        await RunAsync("show", "run 2026-02-08", "--output", "json=s.json");
        var finding = JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["s.json"]))!["findings"]!.AsArray().First(one => (string)one!["imageId"]! == "i1")!;

        var life = (await RunAsync("show", (string)finding["fingerprint"]!)).Output;

        life.ShouldContain("2026-02-08 00:00:00Z  first seen as fail");
        life.ShouldContain("2026-02-15 00:00:00Z  last seen");
        life.ShouldContain("2026-02-22 00:00:00Z  fixed, after 14 d");
    }

    [Fact]
    public async Task Show_of_what_is_not_there_is_a_mistake() =>
        (await _app.RunAsync("history", "show", "nothing", "--history", "h.db")).ShouldExit(2).Error.ShouldContain("has neither a run nor a finding \"nothing\"");

    [Fact]
    public async Task Trend_is_a_line_of_bars_for_each_measure()
    {
        var table = (await RunAsync("trend", "--last", "4", "--as-of", "2026-02-28")).Output;

        table.ShouldContain("prod/r1/p1 (private): 2026-01-31 to 2026-02-28, 4 periods, 3 scans");
        table.ShouldContain("compliance\t ▁▅█\t0.0 %\t100.0 %\n");
        table.ShouldContain("high\t █▅▁\t2\t0\n");
    }

    [Fact]
    public async Task Trend_is_json_and_csv_too()
    {
        await RunAsync("trend", "--last", "4", "--as-of", "2026-02-28", "--output", "json=t.json", "--output", "csv=t.csv");

        var points = JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["t.json"]))!["series"]![0]!["points"]!.AsArray();
        points.Select(point => (int)point!["scans"]!).ShouldBe([0, 1, 1, 1]);
        points.Select(point => (int?)point!["findings"]?["high"]).ShouldBe([null, 2, 1, 0]);
        (await File.ReadAllTextAsync(_app.Folder["t.csv"])).Split("\r\n").Length.ShouldBe(6);
    }

    [Fact]
    public async Task Prune_says_what_would_go_and_what_went()
    {
        (await RunAsync("prune", "--keep", "10d", "--dry-run")).Output.ShouldStartWith("Would go: scans: 2, findings: 1,");
        (await RunAsync("list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);

        (await RunAsync("prune", "--keep-scans", "1")).Output.ShouldMatch(@"^Gone: scans: 2, findings: 1, .*\nh\.db: [0-9.]+ kB before, [0-9.]+ kB now\.\n$");
        (await RunAsync("list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Prune_that_is_told_nothing_does_nothing() =>
        (await _app.RunAsync("history", "prune", "--history", "h.db")).ShouldExit(2).Error.ShouldContain("--keep 365d, or --keep-scans N");

    [Fact]
    public async Task Export_makes_a_folder_of_parquet_files()
    {
        (await RunAsync("export", "out")).Error.ShouldContain("images.parquet: 4 rows.");

        foreach (var file in Directory.GetFiles(_app.Folder["out"])) (await File.ReadAllBytesAsync(file))[..4].ShouldBe("PAR1"u8.ToArray());
        Directory.GetFiles(_app.Folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["findings.parquet", "images.parquet", "scans.parquet"]);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("trend")]
    [InlineData("prune", "--keep-scans", "1")]
    [InlineData("export", "out")]
    public async Task Commands_need_a_history_that_is_there(params string[] command)
    {
        (await _app.RunAsync(["history", .. command])).ShouldExit(2).Error.ShouldContain("needs to know which history: --history FILE");
        (await _app.RunAsync(["history", .. command, "--history", "absent.db"])).ShouldExit(2).Error.ShouldContain("There is no history at absent.db.");
        _app.Files.ShouldNotContain("absent.db");
    }

    private async Task<ImsAuditRun> RunAsync(params string[] command) => (await _app.RunAsync(["history", .. command, "--history", "h.db"])).ShouldExit(0);

    private async Task ScanAsync(string day, params string[] images)
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Of(images));
        await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", "--history", "h.db", "--as-of", day, "--run-id", $"run {day}");
    }
}
