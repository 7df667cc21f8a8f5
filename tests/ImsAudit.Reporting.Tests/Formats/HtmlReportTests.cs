using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

public sealed class HtmlReportTests
{
    private const int MostBytes = 30_000_000;

    public static TheoryData<string> Results => ["empty", "incomplete", "not known", "hostile", "many"];

    [Theory]
    [MemberData(nameof(Results))]
    public void Html_is_parsed_without_an_error(string result) => Parsed(Named(result)).Body!.ChildElementCount.ShouldBeGreaterThan(2);

    [Theory]
    [MemberData(nameof(Results))]
    public void Content_security_policy_knows_every_style_and_script_by_its_hash_and_lets_nothing_else_be(string result)
    {
        var document = Parsed(Named(result));

        var policy = document.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!;
        policy.ShouldStartWith("default-src 'none'; ");
        policy.ShouldEndWith("base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        policy.ShouldNotContain("unsafe");
        foreach (var code in document.QuerySelectorAll("style, script:not([type])"))
            policy.ShouldContain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(code.TextContent)))}'");
        document.QuerySelectorAll("[src], [style], link").ShouldBeEmpty();
        document.QuerySelectorAll("style").ShouldAllBe(style => !style.TextContent.Contains("url("));
    }

    [Fact]
    public void Every_finding_and_policy_has_its_anchor_and_no_anchor_is_there_twice()
    {
        var document = Parsed(Some.Many(400));

        var ids = document.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        ids.ShouldBe(ids.Distinct());
        ids.ShouldContain("p-registered");
        ids.ShouldContain("p-must-be-uefi");
        ids.Count(id => id.StartsWith("f-fp-", StringComparison.Ordinal)).ShouldBe(400);
        document.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Except(ids).ShouldBeEmpty();
    }

    [Fact]
    public void First_findings_of_each_policy_are_written_out_and_the_others_are_data()
    {
        var document = Parsed(Some.Many(1500));

        document.QuerySelectorAll("section.policy").ShouldAllBe(policy => policy.QuerySelectorAll("tbody > tr").Length == 100 && policy.GetAttribute("data-held") == "300");
        using var data = JsonDocument.Parse(document.QuerySelector("script#rest")!.TextContent);
        data.RootElement.GetProperty("rest").EnumerateArray().Select(group => group.GetProperty("rows").GetArrayLength()).ShouldBe([200, 200, 200, 200, 200]);
        document.QuerySelector(".pager")!.TextContent.ShouldContain("The first 100 of 300 stand here.");
        document.QuerySelector(".notice").ShouldBeNull();
    }

    [Fact]
    public void Data_tells_a_text_once()
    {
        var finding = Some.Finding("must-be-uefi", Severity.Medium) with { Message = "told once" };
        List<Finding> findings = [.. Enumerable.Range(0, 200).Select(at => finding with { Fingerprint = $"fp-{at}" })];

        var html = Html(Some.Empty() with { Findings = findings, Policies = [Some.Policy("must-be-uefi", Severity.Medium, findings)] });

        html[html.IndexOf("id=\"rest\"", StringComparison.Ordinal)..].Split("told once").Length.ShouldBe(2);
    }

    [Fact]
    public void File_stays_small_and_says_what_it_left_out_and_where_that_is()
    {
        var long1 = new string('x', 12_000);
        List<Finding> findings =
        [
            .. Enumerable.Range(0, 2500).Select(at => Some.Finding(at < 1250 ? "a" : "b", Severity.High, $"image-{at}") with
            {
                Fingerprint = at.ToString(CultureInfo.InvariantCulture),
                Message = long1 + at.ToString(CultureInfo.InvariantCulture),
            }),
        ];

        var html = Html(Some.Empty() with { Findings = findings, Policies = [Some.Policy("a", Severity.High, findings), Some.Policy("b", Severity.High, findings)] });

        Encoding.UTF8.GetByteCount(html).ShouldBeLessThan(MostBytes);
        var document = new HtmlParser().ParseDocument(html);
        var held = document.QuerySelectorAll("section.policy").Sum(policy => int.Parse(policy.GetAttribute("data-held")!, CultureInfo.InvariantCulture));
        held.ShouldBeInRange(1500, 2400);
        var notice = document.QuerySelector(".notice")!.TextContent;
        notice.ShouldContain($"{2500 - held} of 2,500 findings are not in this file");
        notice.ShouldContain("imsaudit report RESULT.json --output csv=");
        document.QuerySelectorAll(".pager")[1].TextContent.ShouldContain($"{2500 - held} are not in this file.");
    }

    [Fact]
    public void Report_is_in_Chinese_where_the_result_is()
    {
        var document = Parsed(Some.Many(400) with { Run = Some.Many(1).Run with { Language = "zh" } });

        document.DocumentElement.GetAttribute("lang").ShouldBe("zh-CN");
        document.QuerySelectorAll("h1, h2, th[scope=col], figcaption, .word, label, summary, button").ShouldAllBe(element => element.TextContent.Any(letter => letter >= '\u2e80'));
        document.QuerySelector(".verdict")!.TextContent.ShouldContain("门禁未通过");
    }

    [Fact]
    public void What_is_new_and_fixed_and_open_stands_before_the_policies()
    {
        var document = Parsed(Some.Many(100));

        document.QuerySelectorAll("h2").Select(heading => heading.Id).ShouldBe(["summary", "changes", "policies", "findings", "waivers", "fixed", "listings"]);
        document.QuerySelectorAll("h2#changes ~ dl dd").Take(3).Select(count => count.TextContent).ShouldBe(["94", "2", "2"]);
    }

    [Fact]
    public void What_is_fixed_is_not_told_where_not_everything_was_seen()
    {
        var result = Some.Empty(Completeness.Incomplete) with { Baseline = new BaselineReport("run-0", []) };

        var document = Parsed(result);

        document.QuerySelector(".figures .none:nth-child(2) dd")!.TextContent.ShouldBe("0");
        document.QuerySelectorAll("h2#changes ~ dl dd")[1].TextContent.ShouldBe("?");
        document.Body!.TextContent.ShouldContain("What is fixed since cannot be told");
    }

    [Fact]
    public void Age_chart_says_whose_age_it_shows_and_leaves_nobody_out()
    {
        Parsed(WithAges(firstSeen: null)).QuerySelectorAll("figcaption")[1].TextContent.ShouldBe("Findings by age of the image");
        Parsed(WithAges(Some.AsOf.AddDays(-3))).QuerySelectorAll("figcaption")[1].TextContent.ShouldBe("Findings by when they were first seen");
        Counts(Parsed(WithAges(firstSeen: null))).ShouldBe(["1", "0", "0", "1", "0", "1", "1"]);
    }

    private static IEnumerable<string> Counts(IHtmlDocument document) => document.QuerySelectorAll("figure")[1].QuerySelectorAll("td.number").Select(count => count.TextContent);

    private static AuditResult WithAges(DateTimeOffset? firstSeen)
    {
        DateTimeOffset?[] created = [Some.AsOf.AddDays(-30), Some.AsOf.AddDays(-365), Some.AsOf.AddDays(-2000), null];
        List<Finding> findings = [.. created.Select((time, at) => Some.Finding("p", Severity.Low) with { Fingerprint = $"{at}", Image = Some.Image() with { CreatedAt = time }, FirstSeen = firstSeen })];
        return Some.Empty() with { Findings = findings, Policies = [Some.Policy("p", Severity.Low, findings)] };
    }

    private static AuditResult Named(string result) => result switch
    {
        "empty" => Some.Empty(),
        "incomplete" => Some.Empty(Completeness.Incomplete),
        "not known" => Some.Empty(Completeness.NotKnown),
        "hostile" => Some.HostileResult(),
        _ => Some.Many(600),
    };

    private static string Html(AuditResult result) => Report.Of("html", result);

    private static IHtmlDocument Parsed(AuditResult result) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Html(result));
}
