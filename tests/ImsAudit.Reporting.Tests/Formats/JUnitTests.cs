using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

public sealed class JUnitTests
{
    public static TheoryData<string> Kinds => ["empty", "incomplete", "not known", "hostile", "many"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Report_is_valid_and_its_counts_are_those_of_its_cases(string kind)
    {
        var report = Parse(kind switch
        {
            "empty" => Some.Empty(),
            "incomplete" => Some.Empty(Completeness.Incomplete),
            "not known" => Some.Empty(Completeness.NotKnown),
            "hostile" => Some.HostileResult(),
            _ => Some.Many(1500),
        });

        var mistakes = new List<string>();
        report.Validate(Schema(), (_, mistake) => mistakes.Add(mistake.Message));
        mistakes.ShouldBeEmpty();
        foreach (var suite in report.Root!.Elements("testsuite"))
        {
            Counts(suite).ShouldBe(
                [suite.Elements("testcase").Count(), suite.Descendants("failure").Count(), suite.Descendants("error").Count(), suite.Descendants("skipped").Count()],
                suite.Attribute("name")!.Value);
        }
        foreach (var name in new[] { "tests", "failures", "errors" })
            ((int)report.Root.Attribute(name)!).ShouldBe(report.Root.Elements("testsuite").Sum(suite => (int)suite.Attribute(name)!));
    }

    [Fact]
    public void Suite_is_a_policy_with_a_case_a_finding_and_one_of_the_images_that_pass()
    {
        var suites = Parse(Some.Many(60)).Root!.Elements("testsuite").ToDictionary(suite => suite.Attribute("name")!.Value);

        suites.Keys.ShouldBe(["collection", "no-public-exposure", "encrypted-with-cmk", "must-be-uefi", "os-is-64-bit", "known-disk-format", "registered"]);
        // One is undecided, one waived, one in the baseline.
        Counts(suites["no-public-exposure"]).ShouldBe([13, 9, 1, 2]);
        suites.Values.Skip(1).ShouldAllBe(suite => suite.Elements("testcase").Last().Attribute("name")!.Value == "7 images pass");
        suites["registered"].Elements("testcase").ShouldHaveSingleItem();
    }

    [Fact]
    public void One_image_passes()
    {
        var result = Some.Many(1);

        Parse(result with { Policies = [result.Policies[0] with { Pass = 1 }] }).Descendants("testcase").Last().Attribute("name")!.Value.ShouldBe("1 image passes");
    }

    [Fact]
    public void Case_says_what_is_wrong_and_what_to_do()
    {
        var failure = Parse(Some.Many(1)).Descendants("failure").ShouldHaveSingleItem();

        failure.Attribute("message")!.Value.ShouldStartWith("'image-000000' (1b2c3d4e-0000-4000-8000-0123456789ab, prod / cn-north-4 / 0f1e2d3c4b5a, private): image-000000 is not encrypted");
        failure.Attribute("type")!.Value.ShouldBe("critical");
        failure.Value.ShouldContain("status is active, expected notEquals active\nTo do: Export the image");
    }

    [Fact]
    public void Waived_case_says_until_when_and_why()
    {
        var skipped = Parse(Some.Many(60)).Descendants("skipped").Select(one => one.Attribute("message")!.Value).ToList();

        skipped[0].ShouldStartWith("Waived until 2026-03-31 by team-images: Migrated by the end of March (OPS-17). 'image-000008'");
        skipped[1].ShouldStartWith("In the baseline. 'image-000009'");
    }

    [Fact]
    public void Failed_listing_is_a_failed_case_of_the_collection()
    {
        var collection = Parse(Some.Empty(Completeness.Incomplete)).Root!.Elements("testsuite").First();

        Counts(collection).ShouldBe([2, 1, 0, 0]);
        var failed = collection.Elements("testcase").First();
        failed.Attribute("name")!.Value.ShouldBe("public of prod/cn-north-4");
        failed.Element("failure")!.Attribute("message")!.Value.ShouldContain("answered 503");
    }

    [Fact]
    public void Completeness_that_is_not_known_is_neither_passed_nor_failed() =>
        Counts(Parse(Some.Empty(Completeness.NotKnown)).Root!.Elements("testsuite").First()).ShouldBe([1, 0, 0, 1]);

    [Fact]
    public void Cases_of_one_suite_have_names_of_their_own()
    {
        var finding = Some.Finding("p", Severity.Low);

        var names = Parse(Some.Many(1) with { Findings = [finding, finding, finding, finding] }).Descendants("testcase").Where(one => one.Attribute("classname")!.Value == "p").Select(one => one.Attribute("name")!.Value).ToList();

        names.Count.ShouldBe(5);
        names.Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_are_visible() =>
        Parse(Some.HostileResult()).Descendants("failure").Last().Attribute("message")!.Value.ShouldContain(@"\u0000\u009b\ufeff\u200b\ufffe\uffff]]> end 镜像");

    private static int[] Counts(XElement suite) => [.. new[] { "tests", "failures", "errors", "skipped" }.Select(name => (int)suite.Attribute(name)!)];

    private static XDocument Parse(AuditResult result) => XDocument.Parse(Report.Of("junit", result));

    private static XmlSchemaSet Schema([CallerFilePath] string here = "")
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Path.Combine(Path.GetDirectoryName(here)!, "junit.xsd"));
        schemas.Add(targetNamespace: null, reader);
        return schemas;
    }
}
