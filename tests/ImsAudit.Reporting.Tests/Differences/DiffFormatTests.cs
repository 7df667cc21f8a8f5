using System.Text.Json;
using AngleSharp.Html.Parser;
using ImsAudit.Differences;
using ImsAudit.Reporting.Differences;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using Markdig;

namespace ImsAudit.Reporting.Tests.Differences;

public sealed class DiffFormatTests
{
    public static TheoryData<string> Formats => [.. DiffFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Format_is_its_golden(string format)
    {
        Hold("empty", format, SomeDifference.Empty());
        Hold("full", format, SomeDifference.Full());
        Hold("snapshots", format, SomeDifference.Snapshots());
        Hold("hostile", format, SomeDifference.Hostile());
    }

    [Fact]
    public void Html_in_Chinese_is_its_golden() => Goldens.Hold("diff.zh.html", SomeDifference.Bytes("html", SomeDifference.Full("zh")));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Same_differences_give_the_same_bytes(string format) => SomeDifference.Bytes(format, SomeDifference.Full()).ShouldBe(SomeDifference.Bytes(format, SomeDifference.Full()));

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_was_not_seen_is_said_before_what_was_found(string format)
    {
        var report = SomeDifference.Of(format, SomeDifference.Full());

        report.IndexOf("INCOMPLETE: what it did not see may still be there", StringComparison.Ordinal).ShouldBeInRange(0, report.IndexOf("image-new", StringComparison.Ordinal));
        report.ShouldContain("answered 503");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_holds_a_character_that_acts(string format)
    {
        var acting = SomeDifference.Of(format, SomeDifference.Hostile()).EnumerateRunes().Where(rune => rune.Value != '\n' && VisibleText.Acts(rune)).Select(rune => $"U+{rune.Value:X4}").Distinct();

        acting.Except(format == "html" ? ["U+0009"] : Array.Empty<string>()).ShouldBeEmpty();
    }

    [Fact]
    public void Html_of_hostile_values_has_no_element_or_attribute_that_a_harmless_one_has_not()
    {
        var hostile = new HtmlParser().ParseDocument(SomeDifference.Of("html", SomeDifference.Hostile()));
        var expected = new HtmlParser().ParseDocument(SomeDifference.Of("html", SomeDifference.Full())).All.ToList();

        hostile.All.Select(element => element.LocalName).Except(expected.Select(element => element.LocalName)).ShouldBeEmpty();
        hostile.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Except(expected.SelectMany(element => element.Attributes).Select(attribute => attribute.Name)).ShouldBeEmpty();
        hostile.QuerySelectorAll("script").ShouldBeEmpty();
        hostile.QuerySelectorAll("a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("#f-"));
    }

    [Fact]
    public void Markdown_of_hostile_values_keeps_every_table_s_shape()
    {
        var document = new HtmlParser().ParseDocument(Markdown.ToHtml(SomeDifference.Of("markdown", SomeDifference.Hostile()), new MarkdownPipelineBuilder().UseAdvancedExtensions().Build()));

        document.QuerySelectorAll("script, img, a").ShouldBeEmpty();
        document.QuerySelectorAll("table").Length.ShouldBeGreaterThan(6);
        foreach (var table in document.QuerySelectorAll("table"))
            table.QuerySelectorAll("tr").ShouldAllBe(row => row.ChildElementCount == table.QuerySelectorAll("th").Length);
    }

    [Fact]
    public void Json_names_its_schema_and_has_every_state()
    {
        using var json = JsonDocument.Parse(SomeDifference.Bytes("json", SomeDifference.Full()));

        json.RootElement.GetProperty("schema").GetString().ShouldBe("imsaudit/diff/1");
        var counts = json.RootElement.GetProperty("findings").GetProperty("count").EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt32());
        counts.Keys.ShouldBe(FindingStates.All.Select(FindingStates.Name));
        counts.Where(count => count.Key != "notSeenBefore").ShouldAllBe(count => count.Value == 1);
        json.RootElement.GetProperty("new").GetProperty("complete").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Json_tells_that_nothing_was_compared_from_nothing_that_changed()
    {
        using var results = JsonDocument.Parse(SomeDifference.Bytes("json", SomeDifference.Empty()));
        using var snapshots = JsonDocument.Parse(SomeDifference.Bytes("json", SomeDifference.Snapshots()));

        results.RootElement.GetProperty("images").ValueKind.ShouldBe(JsonValueKind.Null);
        snapshots.RootElement.GetProperty("findings").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Many_rows_are_cut_and_counted_and_Markdown_stays_below_a_job_summary()
    {
        var many = SomeDifference.Many(12_000);

        SomeDifference.Bytes("markdown", many).Length.ShouldBeLessThan(1_000_000);
        new HtmlParser().ParseDocument(SomeDifference.Of("html", many)).QuerySelectorAll("tr[id^=f-]").Length.ShouldBeLessThan(5_000);
        SomeDifference.Of("html", many).ShouldContain("--output json");
        SomeDifference.Of("markdown", many).ShouldContain("more.");
        SomeDifference.Of("text", many, ReportOptions.Terminal(100, colour: false)).Split('\n').Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void Terminal_lines_are_no_longer_than_its_width() =>
        SomeDifference.Of("text", SomeDifference.Full(), ReportOptions.Terminal(80, colour: false)).Split('\n').ShouldAllBe(line => line.Length <= 80);

    private static void Hold(string name, string format, Difference difference) => Goldens.Hold($"diff.{name}{DiffFormats.Find(format)!.Extension}", SomeDifference.Bytes(format, difference));
}
