using System.Text;
using ImsAudit.Results;
using ImsAudit.Tests.Evaluation;
using ImsAudit.Waivers;

namespace ImsAudit.Tests.Waivers;

public class WaiverTests
{
    private const string Rest = """ "reason": "r", "owner": "o", "expires": "2026-01-01" """;
    private static readonly string Policy = Judged.Policy(""" "require": { "field": "x", "equals": true } """);

    [Theory]
    [InlineData(""" "policy": "p", "image": "1" """)]
    [InlineData(""" "policy": "*", "name": "WEB*" """)]
    [InlineData(""" "policy": "p", "where": { "field": "x", "equals": false } """)]
    [InlineData(""" "policy": "p", "image": "1", "cloud": "cloud", "region": "region", "project": "project" """)]
    [InlineData(""" "policy": "p", "image": "1", "whileFieldIs": { "name": "web-1", "checksum": null, "n": 5 } """)]
    public async Task A_waiver_covers_a_fail(string waiver)
    {
        var result = await Run(waiver);

        var finding = result.Findings.ShouldHaveSingleItem();
        finding.Outcome.ShouldBe(Outcome.Waived);
        finding.Waiver.ShouldBe(new AppliedWaiver("r", "o", null, new DateOnly(2026, 1, 1)));
        result.Policies[0].Waived.ShouldBe(1);
        result.Summary.Gate.ExitCode.ShouldBe(0);
        result.Summary.Waived.ShouldBe(1);
        result.Waivers.Unused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(""" "policy": "q", "image": "1" """)]
    [InlineData(""" "policy": "p", "image": "2" """)]
    [InlineData(""" "policy": "p", "name": "db*" """)]
    [InlineData(""" "policy": "p", "where": { "field": "odd", "equals": true } """)]
    [InlineData(""" "policy": "p", "image": "1", "region": "elsewhere" """)]
    [InlineData(""" "policy": "p", "image": "1", "whileFieldIs": { "name": "Web-1" } """)]
    [InlineData(""" "policy": "p", "image": "1", "whileFieldIs": { "checksum": "abc" } """)]
    public async Task A_waiver_that_speaks_of_something_else_is_reported_as_unused(string waiver)
    {
        var result = await Run(waiver);

        result.Findings.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Fail);
        result.Waivers.Unused.ShouldHaveSingleItem().Owner.ShouldBe("o");
        result.Summary.Gate.ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-01-01T23:59:59Z", Outcome.Waived)]
    [InlineData("2026-01-02T00:00:00Z", Outcome.Fail)]
    public async Task A_waiver_holds_to_the_end_of_its_last_day(string asOf, Outcome expected)
    {
        var result = await Run(""" "policy": "p", "image": "1" """, asOf: DateTimeOffset.Parse(asOf));

        result.Findings.ShouldHaveSingleItem().Outcome.ShouldBe(expected);
        result.Waivers.Expired.Count.ShouldBe(expected == Outcome.Fail ? 1 : 0);
        result.Waivers.Unused.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_error_and_a_policy_that_is_not_waivable_are_not_waived()
    {
        (await Run(""" "policy": "p", "image": "1" """, x: "neither")).Findings.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Error);

        var strict = Judged.Policy(""" "waivable": false, "require": { "field": "x", "equals": true } """);
        (await Run(""" "policy": "p", "image": "1" """, strict)).Findings.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Fail);
    }

    [Theory]
    [InlineData("web", Outcome.Waived)]
    [InlineData("1", Outcome.Fail)]
    public async Task A_group_is_waived_when_each_of_its_images_is(string name, Outcome expected)
    {
        var policies = await Judged.PoliciesAsync(Judged.Policy(""" "group": { "by": ["name"], "require": { "count": 1 } } """));
        var target = name == "1" ? "\"image\": \"1\"" : $"\"name\": \"{name}\"";
        var (waivers, _) = WaiverFile.Read("w", Encoding.UTF8.GetBytes($$"""{ "waivers": [{ "policy": "p", {{target}}, {{Rest}} }] }"""), policies);
        var images = new SomeInventory(Some.Image("""{"id":"1","name":"web"}"""), Some.Image("""{"id":"2","name":"web"}"""));

        var result = await Judged.RunAsync(policies, images, options => options with { Waivers = waivers });

        result.Findings.ShouldHaveSingleItem().Outcome.ShouldBe(expected);
        (result.Policies[0].Waived, result.Policies[0].Fail).ShouldBe(expected == Outcome.Waived ? (1, 0) : (0, 1));
    }

    [Fact]
    public async Task Every_waiver_that_covers_a_fail_is_in_use()
    {
        var policies = await Judged.PoliciesAsync(Judged.Policy(""" "group": { "by": ["name"], "require": { "count": 1 } } """));
        var (waivers, _) = WaiverFile.Read("w", Encoding.UTF8.GetBytes($$"""
            { "waivers": [{ "policy": "p", "image": "1", {{Rest}} }, { "policy": "p", "image": "2", {{Rest}} }, { "policy": "*", "name": "w*", {{Rest}} }] }
            """), policies);
        var images = new SomeInventory(Some.Image("""{"id":"1","name":"web"}"""), Some.Image("""{"id":"2","name":"web"}"""));

        var result = await Judged.RunAsync(policies, images, options => options with { Waivers = waivers });

        result.Findings.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Waived);
        result.Waivers.Unused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-01-16", WaiverState.Active)]
    [InlineData("2026-01-15", WaiverState.Expiring)]
    [InlineData("2026-01-01", WaiverState.Expiring)]
    [InlineData("2025-12-31", WaiverState.Expired)]
    public async Task A_waiver_is_expiring_within_14_days_of_its_last(string expires, WaiverState expected)
    {
        var policies = await Judged.PoliciesAsync(Policy);
        var (file, _) = WaiverFile.Read("w", Encoding.UTF8.GetBytes($$"""{ "waivers": [{ "policy": "p", "image": "1", "reason": "r", "owner": "o", "expires": "{{expires}}" }] }"""), policies);
        var waiver = file!.Waivers[0];

        WaiverStates.Of(waiver, Judged.AsOf.AddHours(23), isUnused: false).ShouldBe(expected);
        WaiverStates.Of(waiver, Judged.AsOf, isUnused: true).ShouldBe(expected == WaiverState.Expired ? WaiverState.Expired : WaiverState.Unused);
    }

    [Theory]
    [InlineData("p", true)]
    [InlineData("*", true)]
    [InlineData("q", false)]
    [InlineData("strict", false)]
    public async Task A_waiver_names_policies_that_may_be_waived(string pattern, bool expected)
    {
        var policies = await Judged.PoliciesAsync(Policy, """{ "id": "strict", "title": "t", "severity": "high", "waivable": false, "require": true }""");
        var (file, _) = WaiverFile.Read("w", Encoding.UTF8.GetBytes($$"""{ "waivers": [{ "policy": "{{pattern}}", "image": "1", {{Rest}} }] }"""), policies);

        file!.Waivers[0].NamesAny(policies.Policies).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{ "waivers": [{ "policy": "p", "where": { "not": { "field": "x", "refersTo": { "by": "name" } } }, "reason": "r", "owner": "o", "expires": "2026-01-01" }] }""", "\"refersTo\" cannot stand in a waiver")]
    [InlineData("""{ "waivers": [{ "policy": "p", "image": "1", "reason": "r", "owner": "o" }] }""", "w.json:1:15: the member \"expires\" is missing (at /waivers/0)")]
    [InlineData("""{ "waivers": [{ "policy": "p", "image": "1", "reason": " ", "owner": "o", "expires": "2026-01-01" }] }""", "\"reason\" is empty")]
    [InlineData("""{ "waivers": [{ "policy": "p", "image": "1", "reason": "r", "owner": "o", "expires": "soon" }] }""", "expected a date such as \"2026-12-31\"")]
    [InlineData("""{ "waivers": [{ "policy": "p", "image": "1", "name": "n", "reason": "r", "owner": "o", "expires": "2026-01-01" }] }""", "exactly one of image, name, where, found image and name")]
    [InlineData("""{ "waivers": [{ "policy": "p", "reason": "r", "owner": "o", "expires": "2026-01-01" }] }""", "exactly one of image, name, where, found none")]
    [InlineData("""{ "waivers": [{ "policy": "p", "where": { "feild": "x" }, "reason": "r", "owner": "o", "expires": "2026-01-01" }] }""", "did you mean \"field\"?")]
    [InlineData("""{ "waiver": [] }""", "unknown member \"waiver\"; did you mean \"waivers\"?")]
    [InlineData("[]", "expected { \"waivers\": [ … ] }, found a list of 0")]
    [InlineData("{", "this is not valid JSON")]
    public async Task A_malformed_waiver_file_is_told_with_its_place(string json, string expected)
    {
        var (waivers, errors) = WaiverFile.Read("w.json", Encoding.UTF8.GetBytes(json), await Judged.PoliciesAsync(Policy));

        waivers.ShouldBeNull();
        errors.Select(error => error.ToString()).ShouldContain(error => error.Contains(expected, StringComparison.Ordinal), string.Join('\n', errors));
    }

    private static async Task<AuditResult> Run(string waiver, string? policy = null, string x = "false", DateTimeOffset? asOf = null)
    {
        var policies = await Judged.PoliciesAsync(policy ?? Policy);
        var (waivers, errors) = WaiverFile.Read("w.json", Encoding.UTF8.GetBytes($$"""{ "waivers": [{ {{waiver}}, {{Rest}} }] }"""), policies);
        errors.Select(error => error.ToString()).ShouldBeEmpty();
        var image = Some.Image($$"""{"id":"1","name":"web-1","x":"{{x}}","n":"5","odd":"?"}""");
        return await Judged.RunAsync(policies, new SomeInventory(image), options => options with { Waivers = waivers, AsOf = asOf ?? options.AsOf });
    }
}
