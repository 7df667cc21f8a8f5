using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

/// <summary>What reports say when a history was asked: since when, how long, and why the gate is closed.</summary>
public sealed class HistoryTests
{
    [Theory]
    [InlineData("json", "\"ageDays\": 41", "\"new\": true")]
    [InlineData("ndjson", "\"firstSeen\":\"2026-01-01T00:00:00Z\",\"ageDays\":41", "\"new\":true")]
    [InlineData("csv", "2026-01-01T00:00:00Z,old-fingerprint,41,false", "new-fingerprint,0,true")]
    [InlineData("text", "(open for 41 days)", "(new)")]
    [InlineData("markdown", "open for 41 days", "*new*")]
    [InlineData("sarif", "\"ageDays\": 41", "\"new\": true")]
    [InlineData("html", "First seen 2026-01-01 (41 days)", "<span class=\"mark new\">new</span>")]
    [InlineData("junit", "Open for 41 days, since 2026-01-01.", "New.")]
    [InlineData("github", "Open for 41 days, since 2026-01-01.", "New.")]
    [InlineData("gitlab", "Open for 41 days, since 2026-01-01.", "New.")]
    [InlineData("ocsf", "\"ageDays\":41", "\"new\":true")]
    public void Age_and_newness_stand_in_every_format(string format, string old, string @new)
    {
        var report = Report.Of(format, WithHistory(new GateResult("high", false, 1)));

        report.ShouldContain(old);
        report.ShouldContain(@new);
    }

    /// <summary>A waiver that covered it ended: it is new to whoever gates, and old all the same.</summary>
    [Theory]
    [InlineData("text", "(new again, open for 41 days)")]
    [InlineData("markdown", "*new again*, open for 41 days")]
    [InlineData("html", "First seen 2026-01-01 (41 days)")]
    [InlineData("junit", "New again. Open for 41 days, since 2026-01-01.")]
    [InlineData("github", "New again. Open for 41 days, since 2026-01-01.")]
    [InlineData("gitlab", "New again. Open for 41 days, since 2026-01-01.")]
    public void Finding_that_is_new_again_keeps_its_age(string format, string text)
    {
        var result = WithHistory(new GateResult("high", false, 1));
        Finding[] findings = [result.Findings[0] with { New = true }];

        Report.Of(format, result with { Findings = findings, Policies = [Some.Policy("p", Severity.High, findings)] }).ShouldContain(text);
    }

    public static TheoryData<string> Formats => [.. Reporting.Formats.ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Scan_of_a_moment_in_the_future_is_called_a_forecast_in_every_format(string format)
    {
        var result = WithHistory(new GateResult("high", false, 1));
        var forecast = result with { Run = result.Run with { AsOf = result.Run.FinishedAt.AddDays(45) } };

        // A result says it by its times: so the same audit gives the same bytes whenever it is made.
        if (format == "json") forecast.Run.IsForecast.ShouldBeTrue();
        else Report.Of(format, forecast).ShouldContain("judged as of 2026-03-17 12:00:00 UTC, which lay in the future");
        Report.Of(format, result).ShouldNotContain("in the future");
    }

    [Fact]
    public void Without_a_history_what_is_not_in_the_baseline_is_new()
    {
        List<Finding> findings = [Some.Finding("p", Severity.High) with { Baselined = true }, Some.Finding("p", Severity.High) with { Fingerprint = "other" }];
        var result = Some.Empty() with { Findings = findings, Policies = [Some.Policy("p", Severity.High, findings)] };

        Report.Of("html", result).ShouldNotContain("mark new\">");
        Report.Of("html", result with { Baseline = new BaselineReport("run-0", []) }).Split("mark new\">").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(true, "", "high", "", "The gate is passed: nothing that the history does not know at or above severity high (exit code 0).")]
    [InlineData(false, "7d", "none", "", "The gate is passed: nothing open for longer than allowed (critical=7d) (exit code 0).")]
    [InlineData(true, "7d", "high", "", "The gate is passed: nothing that the history does not know at or above severity high and nothing open for longer than allowed (critical=7d) (exit code 0).")]
    [InlineData(true, "", "high", "failOnNew", "The gate is not passed: 2 violations and 1 that could not be decided at or above severity high that the history does not know (exit code 1).")]
    [InlineData(false, "7d", "none", "maxAge", "The gate is not passed: 2 violations and 1 that could not be decided open for longer than allowed (critical=7d) (exit code 1).")]
    [InlineData(false, "7d", "high", "failOn", "The gate is not passed: 2 violations and 1 that could not be decided at or above severity high (exit code 1).")]
    public void Gate_says_which_rule_closed_it(bool newOnly, string age, string failOn, string failed, string sentence)
    {
        var ages = age.Length == 0 ? [] : new Dictionary<Severity, string> { [Severity.Critical] = age };
        IReadOnlyList<GateFailure> failures = failed.Length == 0 ? [] : [new GateFailure(failed, 2, 1)];
        var gate = new GateResult(failOn, failures.Count == 0, failures.Count == 0 ? 0 : 1) { History = new HistoryGate(newOnly, ages, failures) };

        Verdict.Of(WithHistory(gate)).Gate.ShouldBe(sentence);
    }

    [Fact]
    public void History_that_could_not_be_written_is_no_pass_and_no_incomplete_inventory()
    {
        var result = WithHistory(new GateResult("high", false, 3));
        var verdict = Verdict.Of(result with { Run = result.Run with { HistoryError = "the disk is full" } });

        verdict.State.ShouldBe("failed");
        verdict.Gate.ShouldBe("The gate is not passed, because the history could not be written (exit code 3).");
    }

    private static AuditResult WithHistory(GateResult gate)
    {
        List<Finding> findings =
        [
            Some.Finding("p", Severity.High) with { Fingerprint = "old-fingerprint", FirstSeen = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), AgeDays = 41 },
            Some.Finding("p", Severity.High) with { Fingerprint = "new-fingerprint", FirstSeen = new DateTimeOffset(2026, 2, 11, 0, 0, 0, TimeSpan.Zero), AgeDays = 0, New = true },
        ];
        var empty = Some.Empty();
        return empty with { Findings = findings, Policies = [Some.Policy("p", Severity.High, findings)], Summary = empty.Summary with { Gate = gate } };
    }
}
