using System.Text.Json.Nodes;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

public sealed class SarifTests
{
    [Fact]
    public void Rule_is_a_policy_with_help_level_severity_and_tags()
    {
        var rule = Rules(Some.Many(5))[1]!;

        Text(rule["id"]).ShouldBe("encrypted-with-cmk");
        Text(rule["name"]).ShouldBe("EncryptedWithCmkPolicy");
        Text(rule["helpUri"]).ShouldBe("https://support.huaweicloud.com/api-ims/ims_03_0702.html");
        Text(rule["help"]!["text"]).ShouldContain("To do: Export the image");
        Text(rule["help"]!["markdown"]).ShouldContain("**To do.** Export the image");
        Text(rule["defaultConfiguration"]!["level"]).ShouldBe("error");
        Text(rule["properties"]!["security-severity"]).ShouldBe("8.0");
        rule["properties"]!["tags"]!.AsArray().Select(Text).ShouldBe(["security", "external/cis-controls-8.1/3.11"]);
    }

    [Fact]
    public void Rule_has_no_more_tags_than_github_shows_and_says_how_many_it_left_out()
    {
        var result = Some.Many(5);
        result = result with { Policies = [result.Policies[0] with { Tags = [.. Enumerable.Range(0, 30).Select(at => $"t{at}")] }] };

        var properties = Rules(result)[0]!["properties"]!;

        properties["tags"]!.AsArray().Count.ShouldBe(10);
        ((int)properties["tagsLeftOut"]!).ShouldBe(22);
    }

    [Fact]
    public void Result_names_its_rule_its_policy_s_file_and_its_image()
    {
        var result = Results(Some.Many(5))[2]!;

        Text(result["ruleId"]).ShouldBe("must-be-uefi");
        ((int)result["ruleIndex"]!).ShouldBe(2);
        Text(result["level"]).ShouldBe("warning");
        Text(result["message"]!["text"]).ShouldStartWith("'image-000002' (1b2c3d4e-0000-4000-8000-0123456789ab, prod / cn-north-4 / 0f1e2d3c4b5a, private): image-000002 is not encrypted; __system__cmkid is missing");
        var location = result["locations"]![0]!;
        Text(location["physicalLocation"]!["artifactLocation"]!["uri"]).ShouldBe("policies/must-be-uefi.policy.json");
        ((int)location["physicalLocation"]!["region"]!["startLine"]!).ShouldBe(2);
        Text(location["logicalLocations"]![0]!["fullyQualifiedName"]).ShouldBe("prod/cn-north-4/0f1e2d3c4b5a/1b2c3d4e-0000-4000-8000-0123456789ab");
        Text(result["partialFingerprints"]!["imsauditFingerprint/v1"]).ShouldBe("fp-000002");
        // Else GitHub takes the policy's line for the finding's, and all images of a policy are one alert.
        Text(result["partialFingerprints"]!["primaryLocationLineHash"]).ShouldBe("fp-000002:1");
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc/passwd")]
    [InlineData("/etc/passwd", "etc/passwd")]
    [InlineData("my rules/ü#1?.policy.json", "my%20rules/%C3%BC%231%3F.policy.json")]
    public void File_of_a_policy_is_a_relative_reference(string file, string uri)
    {
        var result = Some.Many(1);
        result = result with { Policies = [result.Policies[0] with { Source = new PolicySource(file, 0) }] };

        var location = Results(result)[0]!["locations"]![0]!["physicalLocation"]!;

        Text(location["artifactLocation"]!["uri"]).ShouldBe(uri);
        ((int)location["region"]!["startLine"]!).ShouldBe(1);
    }

    [Fact]
    public void Waived_finding_is_suppressed_with_its_reason_and_the_others_are_not()
    {
        var results = Results(Some.Many(60));

        results.Count(result => result!["suppressions"]!.AsArray().Count > 0).ShouldBe(2);
        var suppression = results[8]!["suppressions"]![0]!;
        (Text(suppression["kind"]), Text(suppression["status"])).ShouldBe(("external", "accepted"));
        Text(suppression["justification"]).ShouldBe("Waived until 2026-03-31 by team-images: Migrated by the end of March (OPS-17).");
        Results(Some.Many(3)).ShouldAllBe(result => result!["suppressions"] == null);
    }

    [Fact]
    public void With_a_baseline_every_result_says_whether_it_is_new_and_what_is_fixed_is_no_result()
    {
        var report = Json(Some.Many(60))["runs"]![0]!;

        report["results"]!.AsArray().Index().ShouldAllBe(result => Text(result.Item!["baselineState"]) == (result.Index % 50 == 9 ? "unchanged" : "new"));
        report["results"]!.AsArray().Count.ShouldBe(60);
        report["properties"]!["fixed"]!.AsArray().Select(gone => Text(gone!["subject"])).ShouldBe(["debian-9", "all images together"]);
        Results(Some.Many(3) with { Baseline = null }).ShouldAllBe(result => result!["baselineState"] == null);
    }

    [Theory]
    [InlineData(Completeness.Complete, true, 0)]
    [InlineData(Completeness.NotKnown, true, 0)]
    [InlineData(Completeness.Incomplete, false, 3)]
    public void Invocation_says_how_the_run_ended(Completeness completeness, bool successful, int exitCode)
    {
        var invocation = Json(Some.Empty(completeness))["runs"]![0]!["invocations"]![0]!;

        ((bool)invocation["executionSuccessful"]!).ShouldBe(successful);
        ((int)invocation["exitCode"]!).ShouldBe(exitCode);
        Text(invocation["endTimeUtc"]).ShouldBe("2026-01-31T12:00:00.000Z");
    }

    [Fact]
    public void What_could_not_be_decided_fails_at_its_level()
    {
        var undecided = Results(Some.Many(60))[7]!;

        undecided["kind"].ShouldBeNull();
        Text(undecided["level"]).ShouldBe("error");
        Text(undecided["message"]!["text"]).ShouldContain("cannot be decided: ");
        Text(undecided["properties"]!["outcome"]).ShouldBe("error");
    }

    [Fact]
    public void Message_holds_no_link_that_a_name_made()
    {
        var message = Text(Results(Some.HostileResult())[0]!["message"]!["text"]);

        message.ShouldContain(@"\[a\](javascript:alert(1))");
        message.ShouldContain(@"\\u001b\[31mred");
    }

    [Fact]
    public void Group_lists_a_hundred_images_and_says_how_many_more()
    {
        var result = Some.Many(1);
        var group = result.Findings[0] with { Image = null, Group = new Dictionary<string, JsonText> { ["name"] = JsonText.OfString("n") }, Images = [.. Enumerable.Range(0, 130).Select(at => Some.Image($"i{at}"))] };

        var one = Results(result with { Findings = [group] })[0]!;

        one["locations"]![0]!["logicalLocations"]!.AsArray().Count.ShouldBe(100);
        ((int)one["properties"]!["imagesLeftOut"]!).ShouldBe(30);
        Text(one["message"]!["text"]).ShouldStartWith("name = n (130 images): ");
    }

    [Fact]
    public void More_findings_than_github_takes_are_cut_what_is_open_kept_first_and_it_is_said()
    {
        var finding = Some.Finding("p", Severity.Low);
        List<Finding> findings = [.. Enumerable.Repeat(finding with { Severity = Severity.Critical, Outcome = Outcome.Waived }, 10), .. Enumerable.Repeat(finding, 25_000)];

        var run = Json(Some.Many(1) with { Findings = findings })["runs"]![0]!;

        run["results"]!.AsArray().Count.ShouldBe(25_000);
        run["results"]!.AsArray().ShouldAllBe(result => Text(result!["properties"]!["outcome"]) == "fail");
        ((int)run["properties"]!["resultsLeftOut"]!).ShouldBe(10);
        run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray().ShouldContain(notice => Text(notice!["message"]!["text"]).StartsWith("10 findings are left out"));
    }

    [Fact]
    public void Finding_of_a_policy_that_the_result_lacks_has_a_rule_all_the_same()
    {
        var run = Json(Some.Many(1) with { Policies = [] })["runs"]![0]!;

        Text(run["tool"]!["driver"]!["rules"]![0]!["id"]).ShouldBe("no-public-exposure");
        Text(run["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]).ShouldBe("policies/no-public-exposure.policy.json");
    }

    private static string Text(JsonNode? node) => (string)node!;

    private static JsonNode Json(AuditResult result) => JsonNode.Parse(Report.Of("sarif", result))!;

    private static JsonArray Results(AuditResult result) => Json(result)["runs"]![0]!["results"]!.AsArray();

    private static JsonArray Rules(AuditResult result) => Json(result)["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();
}
