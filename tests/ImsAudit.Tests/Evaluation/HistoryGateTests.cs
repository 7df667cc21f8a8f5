using ImsAudit.Baselines;
using ImsAudit.Evaluation;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Tests.Evaluation;

/// <summary>The gate by what a history knows.</summary>
public class HistoryGateTests
{
    private static readonly string s_policy = Judged.Policy(""" "require": { "field": "x", "equals": true } """);
    private static readonly DateTimeOffset s_asOf = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 1)]
    [InlineData("fail", 0)]
    [InlineData("error", 1)]
    [InlineData("waived", 1)]
    public async Task Fail_on_new_lets_pass_only_what_was_open_with_the_same_outcome(string? knownAs, int exitCode)
    {
        var result = await RunAsync(new GateRule(Severity.High, ErrorsCount: true) { NewOnly = true }, knownAs, s_asOf.AddDays(-3));

        result.Summary.Gate.ExitCode.ShouldBe(exitCode);
        result.Summary.Gate.History!.FailedBy.ShouldBe(exitCode == 0 ? [] : [new GateFailure("failOnNew", 1, 0)]);
        result.Findings.Single().New.ShouldBe(exitCode == 1);
    }

    [Theory]
    [InlineData("7d", 7 * 24, 0)]
    [InlineData("7d", (7 * 24) + 1, 1)]
    [InlineData("6d", 7 * 24, 1)]
    public async Task Max_age_closes_on_what_is_open_for_longer(string limit, int hours, int exitCode)
    {
        Values.Duration.TryParse(limit, out var longest).ShouldBeTrue();
        var rule = new GateRule(FailOn: null, ErrorsCount: true) { MaxAge = new Dictionary<Severity, AgeLimit> { [Severity.High] = new(longest, limit) } };

        var result = await RunAsync(rule, "fail", s_asOf.AddHours(-hours));

        result.Summary.Gate.ExitCode.ShouldBe(exitCode);
        result.Summary.Gate.History!.FailedBy.ShouldBe(exitCode == 0 ? [] : [new GateFailure("maxAge", 1, 0)]);
        result.Findings.Single().AgeDays.ShouldBe(7);
    }

    [Fact]
    public async Task Max_age_says_nothing_of_other_severities()
    {
        var rule = new GateRule(FailOn: null, ErrorsCount: true) { MaxAge = new Dictionary<Severity, AgeLimit> { [Severity.Critical] = new(TimeSpan.FromDays(1), "1d") } };

        (await RunAsync(rule, "fail", s_asOf.AddYears(-1))).Summary.Gate.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Finding_that_only_a_later_scan_knows_is_not_older_than_this_one()
    {
        var finding = (await RunAsync(new GateRule(Severity.High, ErrorsCount: true), "fail", s_asOf.AddDays(5))).Findings.Single();

        finding.FirstSeen.ShouldBe(s_asOf);
        finding.AgeDays.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_history_nothing_is_said_of_age()
    {
        var finding = (await Judged.RunAsync(s_policy, new SomeInventory(Some.Image("""{"id":"1","x":false}""")))).Findings.Single();

        (finding.FirstSeen, finding.AgeDays, finding.New).ShouldBe((null, null, false));
    }

    private static Task<AuditResult> RunAsync(GateRule rule, string? knownAs, DateTimeOffset firstSeen)
    {
        var known = new Dictionary<string, KnownFinding>(StringComparer.Ordinal);
        var image = Some.Image("""{"id":"1","x":false}""");
        if (Outcomes.TryParse(knownAs, out var outcome)) known[Fingerprint.Of("p", image.Scope, "1")] = new KnownFinding(firstSeen, outcome);
        return Judged.RunAsync(s_policy, new SomeInventory(image), options => options with { AsOf = s_asOf, Gate = rule, Known = new KnownFindings(known, s_asOf) });
    }
}
