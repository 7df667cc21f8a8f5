using System.Text.Json.Nodes;
using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

public sealed class GitLabTests
{
    public static TheoryData<string> Kinds => ["incomplete", "hostile", "many"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_issue_has_the_members_that_gitlab_needs_and_a_fingerprint_of_its_own(string kind)
    {
        var issues = Issues(kind switch { "incomplete" => Some.Empty(Completeness.Incomplete), "hostile" => Some.HostileResult(), _ => Some.Many(1500) });

        issues.Count.ShouldBeGreaterThan(0);
        foreach (var issue in issues)
        {
            Text(issue!["description"]).ShouldNotBeEmpty();
            Text(issue["check_name"]).ShouldNotBeEmpty();
            new[] { "info", "minor", "major", "critical", "blocker" }.ShouldContain(Text(issue["severity"]));
            Text(issue["location"]!["path"]).ShouldNotStartWith("/");
            ((int)issue["location"]!["lines"]!["begin"]!).ShouldBeGreaterThan(0);
        }
        issues.Select(issue => Text(issue!["fingerprint"])).Distinct().Count().ShouldBe(issues.Count);
    }

    [Fact]
    public void Empty_result_is_an_empty_list() => Issues(Some.Empty()).Count.ShouldBe(0);

    [Fact]
    public void Issue_has_the_finding_s_fingerprint_and_the_policy_s_place()
    {
        var issue = Issues(Some.Many(5))[2]!;

        (Text(issue["check_name"]), Text(issue["fingerprint"]), Text(issue["severity"])).ShouldBe(("must-be-uefi", "fp-000002", "major"));
        (Text(issue["location"]!["path"]), (int)issue["location"]!["lines"]!["begin"]!).ShouldBe(("policies/must-be-uefi.policy.json", 2));
        Text(issue["description"]).ShouldStartWith("Private images are encrypted with a KMS key. 'image-000002' (");
    }

    [Fact]
    public void Severities_map_one_to_one() =>
        Issues(Some.Many(5)).Take(5).Select(issue => Text(issue!["severity"])).ShouldBe(["blocker", "critical", "major", "minor", "info"]);

    [Fact]
    public void Waived_finding_is_information_and_says_why()
    {
        var issue = Issues(Some.Many(60))[8]!;

        Text(issue["severity"]).ShouldBe("info");
        Text(issue["description"]).ShouldStartWith("Waived until 2026-03-31 by team-images");
    }

    [Fact]
    public void Failed_listing_is_a_blocker_with_the_same_fingerprint_whatever_the_error_was()
    {
        var result = Some.Empty(Completeness.Incomplete);
        var other = result with { Run = result.Run with { Listings = [.. result.Run.Listings.Select(listing => listing.Complete ? listing : listing with { Error = "another" })] } };

        var (issue, again) = (Issues(result)[0]!, Issues(other)[0]!);

        (Text(issue["severity"]), Text(issue["check_name"])).ShouldBe(("blocker", "imsaudit-incomplete"));
        Text(again["fingerprint"]).ShouldBe(Text(issue["fingerprint"]));
    }

    private static string Text(JsonNode? node) => (string)node!;

    private static JsonArray Issues(AuditResult result) => JsonNode.Parse(Report.Of("gitlab", result))!.AsArray();
}
