using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>The HTML of <c>diff</c> in a real browser.</summary>
[Collection(SharedBrowser.Name)]
public sealed class DiffReportTests(ChromiumFixture chromium)
{
    private static readonly List<string> s_rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    [ChromiumTheory]
    [InlineData("desktop")]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("paper")]
    [InlineData("without its content security policy")]
    public async Task Page_does_nothing_but_show_itself(string look)
    {
        await using var opened = await chromium.OpenAsync(HostileDiff.Report, Look.Named(look));

        opened.Deeds.ShouldBeEmpty();
        (await opened.Page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse("a hostile text was executed");
        (await opened.Page.TitleAsync()).ShouldContain("what changed from ");
        (await opened.Page.EvaluateAsync<int>("() => document.querySelectorAll('script, img, iframe, svg, form, link, base').length")).ShouldBe(0);
        (await opened.Page.EvaluateAsync<string>("() => document.body.textContent")).ShouldContain(HostileImages.Texts[0]);
        (await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Look.Named(look).Width);
    }

    [ChromiumTheory]
    [InlineData("desktop")]
    [InlineData("dark")]
    [InlineData("phone")]
    public async Task Axe_finds_nothing(string look)
    {
        await using var opened = await chromium.OpenAsync(HostileDiff.Report, Look.Named(look));
        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(folded => folded.open = true)");

        var found = await opened.Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = s_rules } });

        found.Passes.Length.ShouldBeGreaterThan(15);
        found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
    }
}
