using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>The HTML of <c>report --history</c> in a real browser: it needs no script, and what is hostile in it is text.</summary>
[Collection(SharedBrowser.Name)]
public sealed class WeeklyPageTests(ChromiumFixture chromium)
{
    private static readonly List<string> s_rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Everything that the templates write; no other element may come to be.</summary>
    private static readonly string[] s_elements =
    [
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "h1", "h2", "h3", "p", "div", "span", "ul", "li", "dl", "dt", "dd",
        "table", "thead", "tbody", "tr", "th", "td", "code", "strong", "em", "br", "svg", "rect", "path", "details", "summary", "figure", "figcaption",
    ];

    [ChromiumTheory]
    [InlineData("desktop")]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("paper")]
    [InlineData("without its content security policy")]
    public async Task Page_does_nothing_but_show_itself_and_fits_its_window(string look)
    {
        await using var opened = await chromium.OpenAsync(HostileWeek.Report, Look.Named(look));

        opened.Deeds.ShouldBeEmpty();
        (await opened.Page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse("a hostile text was executed");
        (await opened.Page.TitleAsync()).ShouldContain("compliance report of ");
        (await opened.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('*')].map(e => e.localName))]")).Except(s_elements).ShouldBeEmpty();
        (await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Look.Named(look).Width);
    }

    /// <summary>A report that showed nothing would pass the other.</summary>
    [ChromiumFact]
    public async Task Every_part_is_there_and_hostile_names_are_shown_as_they_are()
    {
        await using var opened = await chromium.OpenAsync(HostileWeek.Report, Look.Desktop);
        var shown = await opened.Page.EvaluateAsync<string>("() => document.body.textContent");

        (await opened.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('h2')].map(e => e.id).filter(id => id)")).ShouldBe(["trend", "severities", "policies", "due", "waivers", "shares", "drift", "public", "scans"]);
        (await opened.Page.EvaluateAsync<int[]>("() => ['#due', '#waivers', '#shares', '#drift', '#public'].map(id => document.querySelector(id + ' ~ table tbody tr') ? 1 : 0)")).ShouldAllBe(rows => rows == 1);
        foreach (var text in HostileImages.Texts.Take(6)) shown.ShouldContain(text);
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing(ColorScheme colors, int width)
    {
        await using var opened = await chromium.OpenAsync(HostileWeek.Report, new Look(width, colors));
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
        await opened.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"weekly-{colors}-{width}.png"), FullPage = true });
        await opened.Page.Locator("details").First.EvaluateAsync("folded => folded.open = true");
        // Axe takes a second for each hundred rows, and these are all of one make.
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('tbody').forEach(body => [...body.rows].slice(3).forEach(row => row.remove()))");

        var found = await opened.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = s_rules } });

        found.Passes.Length.ShouldBeGreaterThan(15);
        found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
    }
}
