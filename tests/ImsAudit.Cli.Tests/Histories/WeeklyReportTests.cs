using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Histories;

/// <summary><c>report --history</c> over three scans. It is 2026-03-01.</summary>
public sealed class WeeklyReportTests : IAsyncLifetime, IDisposable
{
    private readonly App _app = new();

    public async Task InitializeAsync()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy(""" "require": { "field": "x", "equals": "good" } """));
        await ScanAsync("2026-02-10", """{"id":"i1","name":"web\u001b[31mserver","x":"bad","tags":["team=a"]}""", """{"id":"i2","x":"bad"}""");
        await ScanAsync("2026-02-17", """{"id":"i1","name":"web\u001b[31mserver","x":"bad","tags":["team=a"]}""", """{"id":"i2","x":"good"}""");
        await ScanAsync("2026-02-24", """{"id":"i1","name":"web\u001b[31mserver","x":"bad","tags":["team=a"]}""", """{"id":"i2","x":"bad"}""");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Report_tells_what_changed_in_the_last_week()
    {
        var page = (await RunAsync(0)).Output;

        page.ShouldStartWith("From 2026-02-22 ");
        page.ShouldContain("Complete: the last scans of the period saw everything that they were asked for.\nOpen: 2 violations (0 new, 1 back again, 1 still open). Fixed: 0.\nCompliance is 0.0 %, 50.0 points less than a period before.\n");
        page.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Same_history_and_moment_give_the_same_bytes_in_every_format()
    {
        await RunAsync(0, ["--as-of", "2026-02-28", .. Into("1")]);
        _app.Clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(App.Now.AddDays(1));
        await RunAsync(0, ["--as-of", "2026-02-28", .. Into("2")]);

        foreach (var format in s_formats) File.ReadAllBytes(_app.Folder[$"2.{format}"]).ShouldBe(File.ReadAllBytes(_app.Folder[$"1.{format}"]), format);
    }

    [Fact]
    public async Task Week_without_a_scan_exits_3_and_is_reported_all_the_same()
    {
        var run = await RunAsync(3, "--as-of", "2026-03-20", "--output", "html=w.html", "--output", "json=w.json", "--quiet");

        run.Error.ShouldContain("NOT SCANNED: there is no scan from 2026-03-13 00:00:00 UTC to 2026-03-20 00:00:00 UTC.");
        (await File.ReadAllTextAsync(_app.Folder["w.html"])).ShouldContain("<title>Not scanned: ");
        JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["w.json"]))!["complete"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Week_that_ends_with_an_incomplete_scan_exits_3()
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Broken());
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", "--history", "h.db", "--as-of", "2026-02-27")).ShouldExit(3);

        (await RunAsync(3)).Output.ShouldContain("INCOMPLETE: what is scanned was not seen whole in this period");
    }

    [Fact]
    public async Task Periods_and_the_owner_s_tag_can_be_chosen()
    {
        await RunAsync(0, "--period", "1d", "--periods", "3", "--as-of", "2026-02-24", "--owner-tag", "team", "--output", "json=w.json");

        var report = JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["w.json"]))!;
        report["series"]![0]!["points"]!.AsArray().Count.ShouldBe(3);
        report["owners"]!.AsArray().Select(owner => (string)owner!["owner"]!).ShouldBe(["", "a"]);
    }

    [Fact]
    public async Task Chinese_is_told_in_chinese() => (await RunAsync(0, "--lang", "zh")).Output.ShouldContain("合规率为 0.0 %");

    [Fact]
    public async Task History_may_stand_in_the_configuration_beside_a_saved_result()
    {
        _app.Folder.Write("imsaudit.json", """{ "history": "h.db" }""");
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", "--output", "json=r.json")).ShouldExit(1);

        (await _app.RunAsync("report", "r.json")).ShouldExit(0).Output.ShouldContain("The gate is not passed");
        (await _app.RunAsync("report")).ShouldExit(0).Output.ShouldStartWith("From 2026-02-22 ");
    }

    [Theory]
    [InlineData("--history is about a period of a history, and r.json is the result of one scan: give one or the other.", "r.json", "--history", "h.db")]
    [InlineData("--period is about a period of a history", "r.json", "--period", "7d")]
    [InlineData("report needs to know of what: a RESULT.json that a scan wrote, or --history FILE")]
    [InlineData("--output sarif tells of one scan, and a history has many: report --history writes json, text, html, markdown.", "--history", "h.db", "--output", "sarif=x.sarif")]
    [InlineData("expected is json, text, html, markdown", "--history", "h.db", "--output", "pdf=x.pdf")]
    [InlineData("--periods is \"0\"", "--history", "h.db", "--periods", "0")]
    [InlineData("--period is \"week\"", "--history", "h.db", "--period", "week")]
    [InlineData("--show-waived shapes the report of one scan", "--history", "h.db", "--show-waived")]
    [InlineData("There is no history at absent.db.", "--history", "absent.db")]
    [InlineData("would take the place of a file that is read", "--history", "h.db", "--output", "html=h.db")]
    public async Task Mistakes_are_sentences(string sentence, params string[] options) =>
        (await _app.RunAsync(["report", .. options])).ShouldExit(2).Error.ShouldContain(sentence);

    [Fact]
    public async Task Scan_in_the_future_says_in_its_report_that_it_is_a_forecast() =>
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", "--as-of", "2026-06-01")).ShouldExit(1).Output.ShouldContain("Forecast: judged as of 2026-06-01 00:00:00 UTC, which lay in the future.");

    [Fact]
    public async Task Scans_keep_what_is_due_for_the_report()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy(""" "require": { "field": "created_at", "newerThan": "30d" } """));
        await ScanAsync("2026-02-26", """{"id":"i1","created_at":"2026-02-10T00:00:00Z"}""");

        (await RunAsync(0)).Output.ShouldContain("2026-03-12  high");
    }

    private static readonly string[] s_formats = ["json", "text", "html", "markdown"];

    private static IEnumerable<string> Into(string name) => s_formats.SelectMany(format => new[] { "--output", $"{format}={name}.{format}" });

    private async Task<ImsAuditRun> RunAsync(int exitCode, params string[] options) => (await _app.RunAsync(["report", "--history", "h.db", .. options])).ShouldExit(exitCode);

    private async Task ScanAsync(string day, params string[] images)
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Of(images));
        await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", "--history", "h.db", "--as-of", day, "--run-id", $"run {day}");
    }
}
