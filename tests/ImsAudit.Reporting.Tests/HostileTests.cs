using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ImsAudit.Reporting.Formats;
using Markdig;

namespace ImsAudit.Reporting.Tests;

/// <summary>What a hostile estate makes of the reports: nothing.</summary>
public sealed class HostileTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Fact]
    public void Html_of_hostile_values_has_no_element_that_a_harmless_one_has_not()
    {
        var hostile = new HtmlParser().ParseDocument(Report.Of("html", Some.HostileResult()));

        var expected = new HtmlParser().ParseDocument(Report.Of("html", Some.Many(100))).All.Select(element => element.LocalName).Concat(["ul", "li", "em", "code"]).ToHashSet();
        hostile.All.Select(element => element.LocalName).Except(expected).ShouldBeEmpty();
        hostile.QuerySelectorAll("img, iframe, object, link, form").ShouldBeEmpty();
        (hostile.QuerySelectorAll("style").Length, hostile.QuerySelectorAll("script").Length).ShouldBe((3, 3));
        Attributes(hostile).Where(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style").ShouldBeEmpty();
    }

    [Fact]
    public void Html_links_lead_to_the_web_or_into_the_page() =>
        new HtmlParser().ParseDocument(Report.Of("html", Some.HostileResult())).QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
            .ShouldAllBe(address => address!.StartsWith("https://good.example/") || address.StartsWith("#p-") || address.StartsWith("#f-") || address == "#findings" || address == "#fixed");

    [Fact]
    public void Html_shows_the_hostile_name_whole_but_for_what_acts()
    {
        var document = new HtmlParser().ParseDocument(Report.Of("html", Some.HostileResult()));

        document.QuerySelector("td.what strong")!.TextContent
            .ShouldStartWith("=cmd|'/c calc'!A1 <script>alert(1)</script> <img src=x onerror=alert(1)> \" onmouseover=\"alert(1)\" ' | `code` **b** [red]x[/]");
    }

    [Fact]
    public void Markdown_of_hostile_values_renders_to_no_element_that_is_not_the_template_s()
    {
        var document = Rendered(Report.Of("markdown", Some.HostileResult()));

        document.All.Select(element => element.LocalName).Distinct()
            .Except(["html", "head", "body", "h1", "h2", "h3", "p", "strong", "em", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "sub", "a", "details", "summary"]).ShouldBeEmpty();
        Attributes(document).Select(attribute => attribute.Name).Distinct().Except(["href", "id", "style", "open"]).ShouldBeEmpty();
        document.QuerySelectorAll("[style]").ShouldAllBe(element => element.GetAttribute("style") == "text-align: right;");
        document.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Distinct().ShouldBe(["https://good.example/a?b=%28c%29&d=%22e%22%7Cf%3Cg%3E*h*"]);
        document.QuerySelectorAll("h1, h2, h3").Length.ShouldBe(7);
    }

    [Fact]
    public void Markdown_of_hostile_values_keeps_every_table_s_shape()
    {
        foreach (var table in Rendered(Report.Of("markdown", Some.HostileResult())).QuerySelectorAll("table"))
        {
            var columns = table.QuerySelectorAll("th").Length;
            table.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(0);
            table.QuerySelectorAll("tr").ShouldAllBe(row => row.ChildElementCount == columns);
        }
    }

    [Fact]
    public void Markdown_parts_what_sites_would_link_when_entities_are_decoded()
    {
        var text = Rendered(Report.Of("markdown", Some.HostileResult())).Body!.TextContent;

        text.ShouldNotContain("@octocat");
        text.ShouldNotContain("#12");
        text.ShouldNotContain("http://");
        text.ShouldNotContain("www.");
        foreach (var reference in new[] { "!7", "&9", "%3", "~bug", "GH-4" }) text.ShouldNotContain(reference);
        text.ShouldContain("@\u2060octocat");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_holds_a_character_that_acts(string format)
    {
        // The word joiner of Markdown stands there as an entity; line ends are the format's own.
        var acting = Report.Of(format, Some.HostileResult()).EnumerateRunes()
            .Where(rune => rune.Value != '\n' && ImsAudit.Reporting.Encodings.VisibleText.Acts(rune))
            .Select(rune => $"U+{rune.Value:X4}").Distinct();

        acting.Except(format switch { "csv" => ["U+000D"], "html" => ["U+0009", "U+FE0F"], _ => Array.Empty<string>() }).ShouldBeEmpty();
    }

    [Fact]
    public void Text_makes_no_line_of_a_value_s_line_ends() =>
        Report.Of("text", Some.HostileResult()).Split('\n').ShouldNotContain(line => line.TrimStart().StartsWith("# heading") || line.TrimStart().StartsWith("- item"));

    [Fact]
    public void Text_shows_markup_of_the_console_as_it_is() =>
        Report.Of("text", Some.HostileResult(), ReportOptions.Terminal(200, colour: true)).ShouldContain("[red]x[/]");

    [Fact]
    public void Text_without_colour_holds_no_escape() =>
        Report.Of("text", Some.Many(100), ReportOptions.Terminal(80, colour: false)).ShouldNotContain("\u001b");

    [Fact]
    public void Text_on_a_terminal_shows_twenty_findings_a_policy_and_says_how_many_more()
    {
        var text = Report.Of("text", Some.Many(150), ReportOptions.Terminal(100, colour: false));

        text.Split('\n').Count(IsHead).ShouldBe(100);
        text.ShouldContain("… and 10 more.");
        text.Split('\n').ShouldAllBe(line => line.Length <= 100);
    }

    [Fact]
    public void Text_in_a_file_shows_every_finding() =>
        Report.Of("text", Some.Many(150)).Split('\n').Count(IsHead).ShouldBe(150);

    /// <summary>The line that names a finding's image; its message names it once more.</summary>
    private static bool IsHead(string line) => line.Contains("image-0", StringComparison.Ordinal) && !line.Contains("not encrypted", StringComparison.Ordinal);

    private static IDocument Rendered(string markdown)
    {
        var pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        return new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, pipeline));
    }

    private static IEnumerable<IAttr> Attributes(IDocument document) => document.All.SelectMany(element => element.Attributes);
}
