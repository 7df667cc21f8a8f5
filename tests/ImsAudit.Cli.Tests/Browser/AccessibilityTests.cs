using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>
/// What axe can tell of WCAG 2.2 AA, on every report, in light and dark, wide and narrow. A picture of each is kept in the
/// folder <c>screenshots</c> beside the test's binary.
/// </summary>
[Collection(SharedBrowser.Name)]
public sealed class AccessibilityTests(ChromiumFixture chromium)
{
    private const string Demo = "imsaudit-demo.html";
    private static readonly List<string> s_rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    [ChromiumTheory]
    [InlineData(Demo, ColorScheme.Light, 1280)]
    [InlineData(Demo, ColorScheme.Dark, 1280)]
    [InlineData(Demo, ColorScheme.Light, 390)]
    [InlineData(Demo, ColorScheme.Dark, 390)]
    [InlineData(ManyImages.Report, ColorScheme.Light, 1280)]
    [InlineData(ManyImages.Report, ColorScheme.Dark, 390)]
    [InlineData(HostileImages.Report, ColorScheme.Light, 1280)]
    [InlineData(HostileImages.Report, ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing(string report, ColorScheme colors, int width)
    {
        await using var opened = await chromium.OpenAsync(report, new Look(width, colors));
        var page = opened.Page;
        await KeepPictureAsync(page, $"{Path.GetFileNameWithoutExtension(report)}-{colors}-{width}");
        await page.Locator("details").First.EvaluateAsync("folded => folded.open = true");
        await page.Locator("details.evidence summary").First.ClickAsync();
        // Axe takes a second for each hundred rows, and these are all of one make.
        await page.EvaluateAsync("() => { document.querySelectorAll('section.policy').forEach((section, at) => { if (at > 3) section.remove(); }); document.querySelectorAll('tbody').forEach(body => [...body.rows].slice(12).forEach(row => row.remove())); }");

        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = s_rules } });

        found.Passes.Length.ShouldBeGreaterThan(20);
        found.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}").ShouldBeEmpty();
    }

    private static async Task KeepPictureAsync(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        await page.Locator("#findings").ScrollIntoViewIfNeededAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + "-findings.png") });
    }
}
