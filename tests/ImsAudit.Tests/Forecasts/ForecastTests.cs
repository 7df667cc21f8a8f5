using System.Text;
using ImsAudit.Forecasts;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Tests.Evaluation;
using ImsAudit.Waivers;

namespace ImsAudit.Tests.Forecasts;

/// <summary>What will fail and does not fail now. It is 2026-01-01T10:00:00Z.</summary>
public sealed class ForecastTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly string s_young = Judged.Policy(""" "require": { "field": "created_at", "newerThan": "100d" } """);
    private static readonly string s_good = Judged.Policy(""" "require": { "field": "x", "equals": "good" } """);

    [Theory]
    // A hundred days old on the second of January at nine, so found from the third on at the latest.
    [InlineData("2025-09-24T09:00:00Z", "2026-01-03")]
    [InlineData("2025-09-24T00:00:00Z", "2026-01-02")]
    [InlineData("2025-12-21T23:00:00Z", "2026-04-01")]
    [InlineData("2025-12-23T00:00:00Z", null)]
    [InlineData("2025-09-23T09:00:00Z", null)]
    public async Task Image_that_grows_too_old_is_due_on_its_day(string created, string? by)
    {
        var due = await RunAsync([s_young], Image($$"""{"id":"i","created_at":"{{created}}"}"""));

        due.Select(one => one.By.ToString("O")).ShouldBe(by is null ? [] : [by]);
        due.ShouldAllBe(one => one.Finding.Image!.Id == "i" && one.Expiring == null && one.Finding.Reasons.Count == 1);
    }

    [Fact]
    public async Task End_of_life_is_due_on_its_day()
    {
        var layer = new PolicyLayer("test",
        [
            File("p.policy.json", PolicyFileKind.Policy, Judged.Policy(""" "forbid": { "field": "__os_version", "pastEndOfLife": { "table": "t" } } """)),
            File("t.table.json", PolicyFileKind.Table, """{ "id": "t", "rows": [ { "like": "CentOS 7*", "endOfLife": "2026-02-14", "source": "https://example.com/" } ] }"""),
        ]);
        var (policies, errors) = await PolicyLoader.LoadAsync([layer], []);
        errors.ShouldBeEmpty();

        var due = await RunAsync(policies!, null, Image("""{"id":"i","__os_version":"CentOS 7.3"}"""), Image("""{"id":"j","__os_version":"other"}"""));

        due.ShouldHaveSingleItem().By.ShouldBe(new DateOnly(2026, 2, 14));
    }

    [Theory]
    [InlineData("2026-01-31", "2026-02-01")]
    [InlineData("2026-01-01", "2026-01-02")]
    [InlineData("2026-03-31", "2026-04-01")]
    [InlineData("2026-04-01", null)]
    [InlineData("2025-12-31", null)]
    public async Task Violation_is_due_when_its_waiver_runs_out(string expires, string? by)
    {
        var due = await RunAsync([s_good], Waiver("image", expires), Image("""{"id":"i","x":"bad"}"""), Image("""{"id":"j","x":"good"}"""));

        due.Select(one => one.By.ToString("O")).ShouldBe(by is null ? [] : [by]);
        due.ShouldAllBe(one => one.Expiring!.Owner == "o" && one.Expiring.Expires.ToString("O") == expires);
    }

    [Fact]
    public async Task Violation_is_not_due_while_another_waiver_holds()
    {
        var waivers = $"{Waiver("image", "2026-01-31")}, {Waiver("image", "2026-03-01")}";

        (await RunAsync([s_good], waivers, Image("""{"id":"i","x":"bad"}"""))).ShouldHaveSingleItem().By.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Fact]
    public async Task What_fails_now_or_cannot_be_decided_is_not_due()
    {
        (await RunAsync([s_young], Image("""{"id":"i","created_at":"2020-01-01T00:00:00Z"}"""), Image("""{"id":"j","created_at":"soon"}"""))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-10-05", "2026-01-31")]
    [InlineData("2025-11-05", "2026-04-01")]
    [InlineData("2025-12-31", null)]
    public async Task Group_is_due_by_the_later_of_two_moments(string created, string? by)
    {
        var policy = Judged.Policy(""" "group": { "by": [], "where": { "field": "created_at", "newerThan": "100d" }, "require": { "count": { "atLeast": 1 } } } """);

        var due = await RunAsync([policy], Image($$"""{"id":"i","created_at":"{{created}}T00:00:00Z"}"""));

        due.Select(one => one.By.ToString("O")).ShouldBe(by is null ? [] : [by]);
    }

    [Fact]
    public async Task Policies_that_no_time_can_change_are_left_out()
    {
        var policies = await Judged.PoliciesAsync(s_good, s_young.Replace("\"p\"", "\"young\"", StringComparison.Ordinal));

        new ForecastPlan(policies, [], s_now).Policies.Policies.ShouldHaveSingleItem().Id.ShouldBe("young");
    }

    private static Task<List<DueFinding>> RunAsync(string[] policies, params Image[] images) => RunAsync(policies, waivers: null, images);

    private static async Task<List<DueFinding>> RunAsync(string[] policies, string? waivers, params Image[] images) =>
        await RunAsync(await Judged.PoliciesAsync(policies), waivers, images);

    private static async Task<List<DueFinding>> RunAsync(PolicySet policies, string? waivers, params Image[] images)
    {
        var file = waivers is null ? null : WaiverFile.Read("w.json", Encoding.UTF8.GetBytes($$"""{ "waivers": [ {{waivers}} ] }"""), policies).Waivers;
        var due = new List<DueFinding>();
        await Forecast.RunAsync(new ForecastPlan(policies, file?.Waivers ?? [], s_now), new SomeInventory(images), due.Add, CancellationToken.None);
        return due;
    }

    private static string Waiver(string target, string expires) => $$"""{ "policy": "p", "{{target}}": "i", "reason": "r", "owner": "o", "expires": "{{expires}}" }""";

    private static Image Image(string json) => Some.Image(json);

    private static PolicyFile File(string name, PolicyFileKind kind, string json) => new(name, kind, Encoding.UTF8.GetBytes(json));
}
