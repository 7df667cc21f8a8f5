using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Outputs;
using ImsAudit.Cli.Tests.Process;
using Microsoft.Extensions.Time.Testing;

namespace ImsAudit.Cli.Tests.Histories;

/// <summary>A scan beside its history: what is new, what is old, what is kept. It is 2026-03-01.</summary>
public sealed class HistoryScanTests : IDisposable
{
    private const string Secret = "hunter2";
    private readonly App _app = new();

    public HistoryScanTests()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy(""" "require": { "field": "x", "equals": "good" } """));
        Images("""{"id":"i1","name":"webserver","x":"bad"}""");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task In_an_empty_history_everything_is_new_and_afterwards_only_what_is_new()
    {
        (await ScanAsync(1, "2026-01-01", "--fail-on-new")).Error.ShouldContain("Gate (--fail-on high --fail-on-new): exit code 1, because of 1 violation at or above severity high that the history does not know.");
        (await ScanAsync(0, "2026-01-02", "--fail-on-new")).Output.ShouldContain("webserver  i1  private  prod / r1 / p1  (open for 1 day)");

        Images("""{"id":"i1","name":"webserver","x":"bad"}""", """{"id":"i2","name":"other","x":"bad"}""");
        (await ScanAsync(1, "2026-01-03", "--fail-on-new")).Output.ShouldContain("other  i2  private  prod / r1 / p1  (new)");
        await ScanAsync(0, "2026-01-04", "--fail-on-new");
    }

    [Fact]
    public async Task What_was_fixed_and_comes_back_is_new()
    {
        await ScanAsync(1, "2026-01-01");
        Images("""{"id":"i1","x":"good"}""");
        await ScanAsync(0, "2026-01-02", "--fail-on-new");
        Images("""{"id":"i1","x":"bad"}""");

        (await ScanAsync(1, "2026-01-03", "--fail-on-new")).Error.ShouldContain("opened 1 (reopened 1)");
    }

    [Theory]
    [InlineData("2026-01-08", "high=7d", 0)]
    [InlineData("2026-01-08T00:00:01Z", "high=7d", 1)]
    [InlineData("2026-02-01", "critical=7d,medium=7d", 0)]
    public async Task Max_age_gates_by_age_alone_unless_a_severity_is_named(string asOf, string ages, int exitCode)
    {
        await ScanAsync(1, "2026-01-01");

        await ScanAsync(exitCode, asOf, "--max-age", ages);
        await ScanAsync(1, asOf, "--max-age", ages, "--fail-on", "high");
        await ScanAsync(exitCode, asOf, "--max-age", ages, "--fail-on-new");
    }

    [Fact]
    public async Task Result_says_which_rule_closed_the_gate_and_since_when_findings_are_open()
    {
        await ScanAsync(1, "2026-01-01");
        await ScanAsync(1, "2026-02-01", "--max-age", "high=30d", "--fail-on-new", "--output", "json=r.json");

        var result = JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["r.json"]))!;
        result["summary"]!["gate"]!.ToJsonString().ShouldBe("""{"failOn":"high","passed":false,"exitCode":1,"failOnNew":true,"maxAge":{"high":"30d"},"failedBy":[{"rule":"maxAge","violations":1,"errors":0}]}""");
        var finding = result["findings"]![0]!;
        (finding["firstSeen"]!.ToString(), (int)finding["ageDays"]!, (bool)finding["new"]!).ShouldBe(("2026-01-01T00:00:00Z", 31, false));
    }

    [Fact]
    public async Task Gate_that_is_off_stays_off_and_says_so()
    {
        await ScanAsync(1, "2026-01-01");

        (await ScanAsync(0, "2026-02-01", "--max-age", "high=1d", "--fail-on", "none")).Error.ShouldContain("--fail-on none switches the gate off");
    }

    [Theory]
    [InlineData("--fail-on-new", "--fail-on-new needs to know what earlier scans found: --history FILE.")]
    [InlineData("--max-age=high=7d", "--max-age needs to know what earlier scans found: --history FILE.")]
    public async Task Without_a_history_nothing_can_be_new_or_old(string option, string says) =>
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", option)).ShouldExit(2).Error.ShouldContain(says);

    [Theory]
    [InlineData("7d", "SEVERITY=DURATION")]
    [InlineData("worst=7d", "critical, high, medium, low, info")]
    [InlineData("high=soon", "7d, 36h or P30D")]
    [InlineData("high=1d,high=2d", "one duration for high")]
    public async Task Ages_that_cannot_be_read_are_mistakes(string ages, string says)
    {
        (await ScanAsync(2, "2026-01-01", "--max-age", ages)).Error.ShouldContain(says);
        _app.Files.ShouldNotContain("h.db");
    }

    [Fact]
    public async Task Incomplete_scan_is_kept_and_fixes_nothing()
    {
        await ScanAsync(1, "2026-01-01");
        _app.Folder.Write("s.ndjson", SnapshotText.Broken());
        await ScanAsync(3, "2026-01-02");

        (await _app.RunAsync("history", "list", "--history", "h.db")).ShouldExit(0).Output.ShouldContain("INCOMPLETE");
        Images("""{"id":"i1","x":"bad"}""");
        await ScanAsync(0, "2026-01-03", "--fail-on-new");
    }

    [Fact]
    public async Task Findings_that_are_streamed_are_kept_too()
    {
        await ScanAsync(1, "2026-01-01", "--unsorted", "--output", "ndjson=f.ndjson");

        (await File.ReadAllTextAsync(_app.Folder["f.ndjson"])).ShouldContain("\"new\":true");
        await ScanAsync(0, "2026-01-02", "--fail-on-new");
    }

    [Fact]
    public async Task History_that_cannot_be_written_costs_the_exit_code_and_no_report()
    {
        await ScanAsync(1, "2026-01-01");
        // The history vanishes while the scan is judged: the last thing that asks for the time is the end of the audit.
        _app.Clock = new TrapClock(() => File.Delete(_app.Folder["h.db"]), at: 3);

        var run = await ScanAsync(3, "2026-01-02", "--output", "json=r.json", "--output", "text=-");

        run.Error.ShouldContain("THE HISTORY WAS NOT WRITTEN: There is no history at h.db.");
        run.Output.ShouldContain("The gate is not passed, because the history could not be written (exit code 3).");
        var result = JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["r.json"]))!;
        ((int)result["summary"]!["gate"]!["exitCode"]!, result["findings"]!.AsArray().Count).ShouldBe((3, 1));
        result["run"]!["historyError"]!.ToString().ShouldStartWith("There is no history");
    }

    /// <summary>Who makes the scan again must find what it found.</summary>
    [Theory]
    [InlineData("--output", "html=r.html", "--template", "wrong.html")]
    [InlineData("--output", "json=r.json", "--output", "html=r.html", "--template", "wrong.html")]
    public async Task Scan_whose_report_cannot_be_written_is_not_in_the_history(params string[] outputs)
    {
        _app.Folder.Write("wrong.html", "{{ run.nope }}");
        await ScanAsync(2, "2026-01-01", ["--fail-on-new", .. outputs]);

        (await _app.RunAsync("history", "list", "--history", "h.db")).ShouldExit(0).Everything.ShouldNotContain("2026-01-01");
        (await ScanAsync(1, "2026-01-02", "--fail-on-new")).Output.ShouldContain("(new)");
    }

    [DiskFullTheory]
    [InlineData("--output", "text=/dev/full")]
    [InlineData("--output", "text=-", "--output", "json=/dev/full")]
    [InlineData("--output", "ndjson=/dev/full", "--unsorted")]
    public Task Scan_whose_report_fills_the_disk_is_not_in_the_history(params string[] outputs) => Scan_whose_report_cannot_be_written_is_not_in_the_history(outputs);

    [Fact]
    public async Task Standard_output_that_breaks_off_takes_no_file_with_it_and_leaves_the_history_as_it_was()
    {
        _app.Output = new BrokenStream();
        await ScanAsync(2, "2026-01-01", "--fail-on-new", "--output", "json=r.json", "--output", "text=-");
        _app.Output = null;

        JsonNode.Parse(await File.ReadAllTextAsync(_app.Folder["r.json"]))!["findings"]!.AsArray().Count.ShouldBe(1);
        await ScanAsync(1, "2026-01-02", "--fail-on-new");
    }

    /// <summary>What lies behind the last day that there is, or before the first one, is looked for nowhere.</summary>
    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-11-01")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public async Task Moments_at_the_ends_of_time_are_moments(string asOf)
    {
        (await ScanAsync(1, asOf, "--fail-on-new")).Error.ShouldNotContain("has a later scan");

        (await _app.RunAsync("report", "--history", "h.db", "--period", "7d", "--as-of", asOf)).ShouldExit(0).Output.ShouldContain("Open: 1 violation");
        (await _app.RunAsync("history", "trend", "--history", "h.db", "--as-of", asOf)).ShouldExit(0);
    }

    [Fact]
    public async Task Evidence_of_a_scan_that_the_history_does_not_have_is_proven()
    {
        await ScanAsync(1, "2026-01-01");
        // As above, but for the snapshot, which asks for the time too.
        _app.Clock = new TrapClock(() => File.Delete(_app.Folder["h.db"]), at: 4);
        await ScanAsync(3, "2026-01-02", "--evidence", "ev", "--output", "text=-");
        (await File.ReadAllTextAsync(_app.Folder["ev/result.json"])).ShouldContain("THE HISTORY WAS NOT WRITTEN");
        _app.Clock = new FakeTimeProvider(App.Now);

        (await _app.RunAsync("verify", "ev")).ShouldExit(0).Output.ShouldContain("exit code 3.");
    }

    [Theory]
    [InlineData("postgres://me:" + Secret + "@127.0.0.1:1/audit", 2)]
    [InlineData("postgres://me@127.0.0.1:1/audit", 3)]
    public async Task Password_is_refused_on_the_command_line_and_never_printed(string history, int exitCode)
    {
        _app.Environment["PGPASSWORD"] = Secret;

        var run = (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json", "--history", history, "--verbose")).ShouldExit(exitCode);

        run.Everything.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Output_does_not_take_the_place_of_the_history()
    {
        await ScanAsync(1, "2026-01-01");

        (await ScanAsync(2, "2026-01-02", "--output", "json=h.db")).Error.ShouldContain("would take the place of a file that is read");
    }

    [Fact]
    public async Task History_may_stand_in_the_configuration()
    {
        _app.Folder.Write("imsaudit.json", """{ "history": "h.db", "failOnNew": true }""");

        (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json")).ShouldExit(1);
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--policies", "own.policy.json")).ShouldExit(0);
    }

    private void Images(params string[] images) => _app.Folder.Write("s.ndjson", SnapshotText.Of(images));

    private async Task<ImsAuditRun> ScanAsync(int exitCode, string asOf, params string[] options) =>
        (await _app.RunAsync(["scan", "--from", "s.ndjson", "--policies", "own.policy.json", "--history", "h.db", "--as-of", asOf, "--run-id", $"{asOf} {string.Join(' ', options)}", .. options])).ShouldExit(exitCode);

    /// <summary>Does something when it is asked for the time for the n-th time.</summary>
    private sealed class TrapClock(Action trap, int at) : FakeTimeProvider(App.Now)
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow()
        {
            if (++_asked == at) trap();
            return base.GetUtcNow();
        }
    }
}
