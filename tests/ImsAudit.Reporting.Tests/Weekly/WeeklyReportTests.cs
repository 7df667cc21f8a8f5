using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Samples;
using ImsAudit.Reporting.Templates;
using ImsAudit.Reporting.Weekly;
using ImsAudit.Weekly;
using Markdig;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Tests.Weekly;

public sealed class WeeklyReportTests
{
    private const int JobSummary = 1 << 20;

    public static TheoryData<string> Formats => [.. WeeklyFormats.All.Select(format => format.Name)];

    [Theory]
    [InlineData("html", ".html")]
    [InlineData("markdown", ".md")]
    [InlineData("json", ".json")]
    [InlineData("text", ".txt")]
    public void Format_is_its_golden(string format, string extension)
    {
        Goldens.Hold("weekly-full" + extension, Bytes(format, SampleWeeks.Full()));
        Goldens.Hold("weekly-empty" + extension, Bytes(format, SampleWeeks.Empty()));
        Goldens.Hold("weekly-hostile" + extension, Bytes(format, SampleWeeks.Hostile(Some.Hostile)));
        if (format != "json") Goldens.Hold("weekly-full-zh" + extension, Bytes(format, SampleWeeks.Full() with { Language = "zh" }));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_was_not_scanned_is_said_before_all_else(string format)
    {
        if (format == "json")
        {
            var json = JsonNode.Parse(Of(format, SampleWeeks.Empty()))!.AsObject();
            json.Take(3).Select(member => member.Key).ShouldBe(["schema", "complete", "exitCode"]);
            (json["complete"]!.GetValue<bool>(), json["exitCode"]!.GetValue<int>()).ShouldBe((false, 3));
            return;
        }
        var report = Of(format, SampleWeeks.Empty());
        report.ShouldContain("NOT SCANNED: there is no scan from 2026-01-24 12:00:00 UTC to 2026-01-31 12:00:00 UTC.");
        report.ShouldNotContain("Complete: ");
        report.ShouldNotContain("No violation open");
    }

    [Theory]
    [InlineData(WeeklyState.Incomplete, "incomplete", "INCOMPLETE: of 2 selections that are scanned, 1 were not seen whole")]
    [InlineData(WeeklyState.NotScanned, "incomplete", "INCOMPLETE: of 2 selections that are scanned, 1 were not seen whole")]
    [InlineData(WeeklyState.NotKnown, "unknown", "Completeness not known: saved responses do not prove")]
    [InlineData(WeeklyState.Late, "incomplete", "LATE: the last scan of 1 of 2 selections was stored after one of a later moment.")]
    [InlineData(WeeklyState.Covered, "passed", "Complete: ")]
    public void Verdict_is_as_good_as_the_worst_selection(WeeklyState state, string verdict, string sentence)
    {
        var report = SampleWeeks.Empty() with { Selections = [SampleWeeks.Selection("one", WeeklyState.Complete), SampleWeeks.Selection("other", state)] };

        WeeklyVerdict.Of(report).State.ShouldBe(verdict);
        WeeklyVerdict.Of(report).Sentences[0].ShouldStartWith(sentence);
    }

    [Theory]
    [InlineData(0.5, 1, "Compliance is 60.0 %, 10.0 points more than a period before.")]
    [InlineData(0.7, 1, "Compliance is 60.0 %, 10.0 points less than a period before.")]
    [InlineData(0.6, 1, "Compliance is 60.0 %, as a period before.")]
    [InlineData(0.5, 2, "Compliance is 60.0 %; the 50.0 % of the period before was by other policies, and cannot be compared with it.")]
    [InlineData(null, 1, "Compliance is 60.0 %; no complete scan of the period before is there to compare it with.")]
    public void Compliance_is_compared_only_with_what_can_be_compared(double? before, long policySet, string sentence)
    {
        var series = SampleWeeks.Series("one", before, 0.6);
        var points = series.Points.Select((point, at) => at == 0 && point.Last is { } last ? point with { Last = last with { PolicySet = policySet } } : point);
        var report = SampleWeeks.Empty() with { Series = [series with { Points = [.. points] }] };

        WeeklyVerdict.Of(report).Sentences.ShouldContain(sentence);
    }

    [Fact]
    public void What_came_late_and_what_was_not_judged_is_said()
    {
        var selection = SampleWeeks.Selection("one", WeeklyState.Complete) with { LateScans = 2, NotJudged = [.. Enumerable.Range(0, 12).Select(at => $"policy-{at:d2}")] };
        var sentences = WeeklyVerdict.Of(SampleWeeks.Empty() with { Selections = [selection] }).Sentences;

        sentences[1].ShouldBe("2 of 7 scans came late, after ones of a later moment were stored: what only they saw is told nowhere.");
        sentences[2].ShouldStartWith("12 policies that were judged a period before were not judged now: policy-00, policy-01, ");
        sentences[2].ShouldEndWith("policy-09, ….");
    }

    [Fact]
    public void Period_without_a_scan_is_a_gap_and_no_zero()
    {
        var document = Html(SampleWeeks.Full());

        // Six periods, the third without a scan, the fourth with an incomplete one: two lines, four dots, two shaded columns.
        document.QuerySelectorAll("path.line").Select(line => line.GetAttribute("d")!.Count(c => c is 'M' or 'L')).ShouldBe([2, 2]);
        document.QuerySelector("path.dots")!.GetAttribute("d")!.Count(c => c == 'M').ShouldBe(4);
        document.QuerySelectorAll("rect.gap").Select(gap => gap.GetAttribute("x")).ShouldBe(["33.33", "50"]);
        document.QuerySelectorAll("details.numbers tbody tr")[2].TextContent.ShouldContain("no scan");
        document.QuerySelectorAll("details.numbers tbody tr")[3].TextContent.ShouldContain("incomplete");
    }

    [Fact]
    public void Html_of_hostile_values_has_no_element_or_link_that_a_harmless_one_has_not()
    {
        var hostile = Html(SampleWeeks.Hostile(Some.Hostile));

        hostile.All.Select(element => element.LocalName).Except(Html(SampleWeeks.Full()).All.Select(element => element.LocalName).Concat(["ul", "li", "h3", "em"])).ShouldBeEmpty();
        hostile.QuerySelectorAll("script, img, iframe, a, form, link").ShouldBeEmpty();
        hostile.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "href").ShouldBeEmpty();
        hostile.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!.ShouldContain("script-src 'none'");
    }

    [Fact]
    public void Markdown_of_hostile_values_keeps_every_table_s_shape_and_makes_no_link()
    {
        var markdown = Of("markdown", SampleWeeks.Hostile(Some.Hostile));
        var document = new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build()));

        document.QuerySelectorAll("a, img, script").ShouldBeEmpty();
        foreach (var table in document.QuerySelectorAll("table"))
            table.QuerySelectorAll("tr").ShouldAllBe(row => row.ChildElementCount == table.QuerySelectorAll("th").Length);
        document.QuerySelectorAll("table").Length.ShouldBeGreaterThan(12);
        Encoding.UTF8.GetByteCount(markdown).ShouldBeLessThan(JobSummary);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_holds_a_character_that_acts(string format)
    {
        var acting = Of(format, SampleWeeks.Hostile(Some.Hostile)).EnumerateRunes().Where(rune => rune.Value != '\n' && VisibleText.Acts(rune)).Select(rune => $"U+{rune.Value:X4}").Distinct();

        acting.Except(format == "html" ? ["U+0009"] : Array.Empty<string>()).ShouldBeEmpty();
    }

    [Fact]
    public void Lists_are_cut_in_html_and_say_so_and_are_whole_in_json()
    {
        var many = SampleWeeks.Full() with { Findings = [.. Enumerable.Range(0, 4).SelectMany(_ => SampleWeeks.Full().Findings)] };

        Html(many).QuerySelectorAll("p").Select(paragraph => paragraph.TextContent).ShouldContain(text => text.EndsWith("more, in the json report.", StringComparison.Ordinal));
        JsonNode.Parse(Of("json", many))!["findings"]!.AsArray().Count.ShouldBe(480);
    }

    [Fact]
    public void Text_on_a_terminal_is_no_wider_than_it()
    {
        using var output = new MemoryStream();
        WeeklyFormats.Find("text")!.Write(SampleWeeks.Full(), output, ReportOptions.Terminal(100, colour: false), CancellationToken.None);

        Encoding.UTF8.GetString(output.ToArray()).Split('\n').ShouldAllBe(line => line.Length <= 100);
    }

    [Fact]
    public void Own_template_gets_the_model()
    {
        using var output = new MemoryStream();
        var template = ReportTemplate.Of("own.txt", "{{ verdict.state }} {{ all.new }} {{ for t in severities }}{{ t.key }}={{ t.open }} {{ end }}{{ forecast.soon.count }}");
        WeeklyFormats.Find("text")!.Write(SampleWeeks.Full(), output, ReportOptions.File with { Template = template }, CancellationToken.None);

        Encoding.UTF8.GetString(output.ToArray()).ShouldBe("failed 30 critical=17 high=17 medium=16 low=17 info=17 1");
    }

    [Fact]
    public void Model_is_documented_whole()
    {
        var readme = File.ReadAllText(Path.Combine(Folder(), "../../../reports-templates/README.md"));
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(WeeklyModel.Of(SampleWeeks.Hostile(Some.Hostile)), names);

        names.Where(name => !readme.Contains($"`{name}`", StringComparison.Ordinal) && !readme.Contains($"`{name}?`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static void Collect(object? value, SortedSet<string> names)
    {
        if (value is ScriptObject members)
        {
            foreach (var (name, member) in members)
            {
                names.Add(name);
                Collect(member, names);
            }
        }
        else if (value is IEnumerable<object> items)
        {
            foreach (var item in items) Collect(item, names);
        }
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static IDocument Html(WeeklyReport report) => new HtmlParser().ParseDocument(Of("html", report));

    private static string Of(string format, WeeklyReport report) => Encoding.UTF8.GetString(Bytes(format, report));

    private static byte[] Bytes(string format, WeeklyReport report)
    {
        using var output = new MemoryStream();
        WeeklyFormats.Find(format)!.Write(report, output, ReportOptions.File, CancellationToken.None);
        return output.ToArray();
    }
}
