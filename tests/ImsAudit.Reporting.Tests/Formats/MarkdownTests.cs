using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ImsAudit.Policies;
using ImsAudit.Results;
using Markdig;

namespace ImsAudit.Reporting.Tests.Formats;

public sealed class MarkdownTests
{
    private const int JobSummary = 1 << 20;

    [Fact]
    public void Many_findings_stay_below_a_job_summary_worst_first_and_what_is_cut_is_said()
    {
        var report = Report.Bytes("markdown", Some.Many(5_000));
        var text = Encoding.UTF8.GetString(report);

        report.Length.ShouldBeInRange(700_000, JobSummary);
        text.ShouldContain("image-000000");
        text.ShouldNotContain("image-004999");
        text.TrimEnd().ShouldEndWith("</sub>");
        var rows = text.Split('\n').Count(line => line.StartsWith("| <code>image-", StringComparison.Ordinal));
        text.ShouldContain($"**Left out: {5_000 - rows:N0} findings,**");
        // The policy in the middle of whose findings it was, and none after it.
        System.Text.RegularExpressions.Regex.Count(text, "more of this policy are left out here").ShouldBe(1);
    }

    [Fact]
    public void Values_of_several_bytes_a_character_are_counted_as_bytes()
    {
        var result = Some.Many(4000);
        result = result with { Findings = [.. result.Findings.Select(finding => finding with { Message = new string('镜', 500) })] };

        Report.Bytes("markdown", result).Length.ShouldBeInRange(700_000, JobSummary);
    }

    [Fact]
    public void One_huge_value_is_left_out_alone()
    {
        var result = Some.Many(60);
        var huge = result.Findings[0] with { Message = new string('x', JobSummary) };
        result = result with { Findings = [huge, .. result.Findings.Skip(1)] };

        var report = Report.Of("markdown", result);

        Encoding.UTF8.GetByteCount(report).ShouldBeLessThan(JobSummary);
        report.ShouldNotContain("image-000000");
        report.ShouldContain("1 more of this policy is left out here.");
        report.ShouldContain("**Left out: 1 finding,**");
        for (var at = 1; at < 60; at++) report.ShouldContain($"image-{at:d6}");
    }

    [Fact]
    public void Tables_that_are_not_of_findings_are_cut_too_and_leave_room_for_the_rest()
    {
        var result = Some.Many(1500);
        var gone = Enumerable.Range(0, 1500).Select(at => new FixedFinding($"fp{at}", "p", Severity.Low, $"id-{at}", new string('f', 300)));
        var note = new WaiverNote("p", new string('n', 600), "r", "o", null, new DateOnly(2025, 1, 1));
        result = result with
        {
            Run = result.Run with { Listings = [.. Enumerable.Repeat(Some.Listing(error: new string('e', 600)), 1500)] },
            Policies = [.. result.Policies, .. Enumerable.Range(0, 1000).Select(at => Some.Policy($"p{at}-{new string('p', 600)}", Severity.Low))],
            Waivers = new WaiverReport([.. Enumerable.Repeat(note, 200)], [.. Enumerable.Repeat(note, 200)]),
            Baseline = new BaselineReport("run-0", [.. gone]),
        };

        var report = Report.Of("markdown", result);

        Encoding.UTF8.GetByteCount(report).ShouldBeLessThan(JobSummary);
        foreach (var said in new[] { "more failed listings are left out", "more policies are left out", "**Left out:", "more are left out here", "more listings are left out" }) report.ShouldContain(said);
        foreach (var head in new[] { "## Policies", "## Findings", "## Waivers without effect", "## Fixed since the baseline", "## What was asked for" }) report.ShouldContain(head);
        report.TrimEnd().ShouldEndWith("</sub>");
    }

    [Fact]
    public void Nothing_is_said_to_be_left_out_when_nothing_is() =>
        Report.Of("markdown", Some.Many(100)).ShouldNotContain("left out");

    [Fact]
    public void Findings_of_a_policy_are_folded_when_they_are_many()
    {
        var folds = Rendered(Report.Of("markdown", Some.Many(60) with { Findings = [.. Some.Many(60).Findings.Take(20)] })).QuerySelectorAll("details").ToList();

        // The last one is the table of listings.
        folds[^1].HasAttribute("open").ShouldBeFalse();
        folds.RemoveAt(folds.Count - 1);
        folds.Select(fold => fold.HasAttribute("open")).ShouldBe([true, true]);
        folds.Select(fold => fold.QuerySelector("summary")!.TextContent).ShouldBe(["12 findings", "8 findings"]);
        folds[0].QuerySelectorAll("tbody tr").Length.ShouldBe(12);
        Rendered(Report.Of("markdown", Some.Many(150))).QuerySelectorAll("details").ShouldAllBe(fold => !fold.HasAttribute("open"));
    }

    [Fact]
    public void One_of_a_thing_is_told_as_one()
    {
        var result = Some.Many(1);
        var group = result.Findings[0] with { Image = null, Group = new Dictionary<string, JsonText>(), Images = [Some.Image()] };
        result = result with { Summary = result.Summary with { Images = 1, Policies = 1 }, Findings = [group] };

        var report = Report.Of("markdown", result);

        report.ShouldContain("\n1 image, 1 policy, as of");
        report.ShouldContain("| 1 image |");
        report.ShouldContain("<summary>1 finding</summary>");
    }

    private static IDocument Rendered(string markdown) =>
        new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build()));
}
