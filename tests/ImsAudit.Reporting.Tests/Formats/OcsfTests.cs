using System.Text.Json.Nodes;
using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

/// <summary>Class 2003 of OCSF 1.3.0: what it requires, and the numbers that it allows.</summary>
public sealed class OcsfTests
{
    public static TheoryData<string> Kinds => ["incomplete", "not known", "hostile", "many"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_has_what_the_class_requires(string kind)
    {
        var events = Events(kind switch
        {
            "incomplete" => Some.Empty(Completeness.Incomplete),
            "not known" => Some.Empty(Completeness.NotKnown),
            "hostile" => Some.HostileResult(),
            _ => Some.Many(300),
        });

        events.Count.ShouldBeGreaterThan(0);
        foreach (var one in events)
        {
            (Number(one["category_uid"]), Number(one["class_uid"])).ShouldBe((2, 2003));
            Number(one["activity_id"]).ShouldBeInRange(1, 3);
            Number(one["type_uid"]).ShouldBe(200_300 + Number(one["activity_id"]));
            Number(one["severity_id"]).ShouldBeInRange(1, 5);
            Number(one["status_id"]).ShouldBeInRange(1, 4);
            Number(one["time"]).ShouldBe(Some.AsOf.ToUnixTimeMilliseconds());
            Text(one["metadata"]!["version"]).ShouldBe("1.3.0");
            Text(one["metadata"]!["product"]!["name"]).ShouldBe("ImsAudit");
            Text(one["metadata"]!["product"]!["vendor_name"]).ShouldNotBeEmpty();
            Text(one["finding_info"]!["uid"]).ShouldNotBeEmpty();
            Text(one["finding_info"]!["title"]).ShouldNotBeEmpty();
            Number(one["finding_info"]!["analytic"]!["type_id"]).ShouldBe(1);
            one["compliance"]!["standards"]!.AsArray().Count.ShouldBeGreaterThan(0);
            Number(one["compliance"]!["status_id"]).ShouldBeInRange(1, 3);
            if (one["remediation"] is { } remediation) Text(remediation["desc"]).ShouldNotBeEmpty();
            foreach (var observable in one["observables"]?.AsArray() ?? []) (Text(observable!["name"]), Number(observable["type_id"])).ShouldBe(("resources.uid", 10));
            // The profile brings the member, and the member needs the profile.
            (one["cloud"] is not null).ShouldBe(one["metadata"]!["profiles"] is not null);
            if (one["cloud"] is { } cloud) Text(cloud["provider"]).ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData(0, "fail", 1, 1, 3, "Create", "New", "Fail")]
    [InlineData(7, "error", 1, 1, 2, "Create", "New", "Warning")]
    [InlineData(8, "waived", 1, 3, 3, "Create", "Suppressed", "Fail")]
    [InlineData(9, "fail", 2, 2, 3, "Update", "In Progress", "Fail")]
    [InlineData(60, "fixed", 3, 4, 1, "Close", "Resolved", "Pass")]
    public void Outcome_is_told_by_activity_status_and_compliance(int at, string outcome, int activity, int status, int compliance, string activityName, string statusName, string complianceName)
    {
        var one = Events(Some.Many(60))[at];

        Text(one["unmapped"]!["outcome"]).ShouldBe(outcome);
        (Number(one["activity_id"]), Number(one["status_id"]), Number(one["compliance"]!["status_id"])).ShouldBe((activity, status, compliance));
        (Text(one["activity_name"]), Text(one["status"]), Text(one["compliance"]!["status"])).ShouldBe((activityName, statusName, complianceName));
    }

    [Fact]
    public void Event_names_control_requirement_resource_and_remedy()
    {
        var one = Events(Some.Many(5))[1];

        (Text(one["severity"]), Number(one["severity_id"])).ShouldBe(("High", 4));
        Text(one["compliance"]!["control"]).ShouldBe("encrypted-with-cmk");
        one["compliance"]!["standards"]!.AsArray().Select(Text).ShouldBe(["cis-controls-8.1"]);
        one["compliance"]!["requirements"]!.AsArray().Select(Text).ShouldBe(["cis-controls-8.1 3.11"]);
        var resource = one["resources"]![0]!;
        (Text(resource["uid"]), Text(resource["name"]), Text(resource["region"])).ShouldBe(("1b2c3d4e-0000-4000-8000-0123456789ab", "image-000001", "cn-north-4"));
        (Text(one["cloud"]!["provider"]), Text(one["cloud"]!["project_uid"])).ShouldBe(("prod", "0f1e2d3c4b5a"));
        Text(one["remediation"]!["desc"]).ShouldStartWith("Export the image");
        Text(one["finding_info"]!["uid"]).ShouldBe("fp-000001");
    }

    [Fact]
    public void Failed_listing_is_the_first_event_and_critical()
    {
        var one = Events(Some.Empty(Completeness.Incomplete)).ShouldHaveSingleItem();

        (Text(one["unmapped"]!["outcome"]), Number(one["severity_id"]), Text(one["compliance"]!["status"])).ShouldBe(("incomplete", 5, "Warning"));
        Text(one["finding_info"]!["title"]).ShouldBe("Not everything that was asked for was seen");
        Text(one["message"]).ShouldStartWith("INCOMPLETE: public of prod/cn-north-4: GET https://ims.example");
    }

    [Fact]
    public void Empty_result_has_no_event() => Report.Of("ocsf", Some.Empty()).ShouldBeEmpty();

    private static string Text(JsonNode? node) => (string)node!;

    private static long Number(JsonNode? node) => (long)node!;

    private static List<JsonNode> Events(AuditResult result) =>
        [.. Report.Of("ocsf", result).TrimEnd('\n').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
