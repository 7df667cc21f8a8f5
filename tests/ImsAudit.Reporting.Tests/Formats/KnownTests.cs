using System.Text.Json.Nodes;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

/// <summary>What is waived, in the baseline, or gone since: what each format says of it.</summary>
public sealed class KnownTests
{
    private const string Waived = "image-000008";
    private static readonly WaiverNote Note = new("must-be-*", "name legacy-*", "Old appliances", "team-images", "OPS-17", new DateOnly(2025, 12, 31));

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("markdown")]
    public void Report_for_people_lists_waived_findings_only_when_asked_and_counts_them_always(string format)
    {
        var (listed, counted) = (Report.Of(format, Some.Many(60)), Report.Of(format, Some.Many(60), ReportOptions.File));

        listed.ShouldContain(Name(format));
        listed.ShouldNotContain(Hint(format));
        counted.ShouldNotContain(Name(format));
        counted.ShouldContain(Hint(format));
        counted.ShouldContain(format == "text" ? "2 waived" : "2");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    [InlineData("csv")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("ocsf")]
    public void Report_for_programs_always_has_waived_findings(string format) =>
        Report.Bytes(format, Some.Many(60), ReportOptions.File).ShouldBe(Report.Bytes(format, Some.Many(60)));

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("gitlab")]
    public void Every_format_says_whose_waiver_did_nothing_and_why_it_was_given(string format)
    {
        foreach (var waivers in new[] { new WaiverReport([Note], []), new WaiverReport([], [Note]) })
        {
            var report = Plain(Report.Of(format, Some.Empty() with { Waivers = waivers }, ReportOptions.File));
            foreach (var said in new[] { "must-be-", "legacy-", "Old appliances", "team-images", "OPS-17", "2025-12-31" }) report.ShouldContain(said);
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("ocsf")]
    public void Every_format_names_what_is_fixed_since_the_baseline(string format)
    {
        var report = Plain(Report.Of(format, Some.Many(5), ReportOptions.File));

        foreach (var said in new[] { "run-0", "debian-9", "7c6b5a", "fixed" }) report.ShouldContain(said);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("markdown")]
    public void Incomplete_scan_says_that_it_cannot_tell(string format)
    {
        var result = Some.Empty(Completeness.Incomplete) with { Waivers = new WaiverReport([], [Note]), Baseline = new BaselineReport("run-0", []) };

        var report = Report.Of(format, result, ReportOptions.File);

        report.ShouldContain("matched nothing that was seen");
        report.ShouldContain("cannot be told");
    }

    [Fact]
    public void Ndjson_ends_with_what_is_no_finding()
    {
        var result = Some.Many(10) with { Waivers = new WaiverReport([Note], [Note with { Ticket = null }]) };

        var rows = Report.Of("ndjson", result).TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).TakeLast(4).ToList();

        rows.Select(row => (string)row["outcome"]!).ShouldBe(["waiver-expired", "waiver-unused", "fixed", "fixed"]);
        ((string)rows[0]["policy"]!, (string)rows[0]["subject"]!, (string)rows[0]["waiver"]!["owner"]!).ShouldBe(("must-be-*", "name legacy-*", "team-images"));
        ((string?)rows[1]["waiver"]!["ticket"], (string)rows[1]["waiver"]!["expires"]!).ShouldBe((null, "2025-12-31"));
        ((string)rows[2]["fingerprint"]!, (string)rows[2]["severity"]!, (string)rows[2]["imageId"]!).ShouldBe(("fp-gone", "medium", "7c6b5a"));
    }

    [Fact]
    public void Csv_ends_with_what_is_no_finding() =>
        Report.Of("csv", Some.Many(10)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).TakeLast(3).Select(row => row.Split(',')[0])
            .ShouldBe(["waiver-expired", "fixed", "fixed"]);

    [Fact]
    public void Own_template_is_told_whether_waived_findings_are_there()
    {
        var template = ImsAudit.Reporting.Templates.ReportTemplate.Of("t.txt", "{{ summary.showWaived }} {{ for p in policies }}{{ p.findingCount }}/{{ p.waived }} {{ end }}");

        Report.Of("text", Some.Many(60), ReportOptions.File with { Template = template }).ShouldBe("false 11/1 12/0 12/0 12/0 11/1 0/0 ");
        Report.Of("text", Some.Many(60), ReportOptions.File with { Template = template, ShowWaived = true }).ShouldBe("true 12/1 12/0 12/0 12/0 12/1 0/0 ");
    }

    // Markdown writes punctuation as entities.
    private static string Plain(string report) => System.Net.WebUtility.HtmlDecode(report).Replace("\u2060", "", StringComparison.Ordinal);

    private static string Name(string format) => format == "markdown" ? "image-000008" : Waived;

    private static string Hint(string format) => "--show-waived";
}
