using Microsoft.Playwright;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>The HTML report in a real browser: it is only read, whatever the cloud's texts say.</summary>
[Collection(SharedBrowser.Name)]
public sealed class HtmlReportTests(ChromiumFixture chromium)
{
    private const string Demo = "imsaudit-demo.html";

    /// <summary>Everything that the templates write; no other element may come to be.</summary>
    private static readonly string[] s_elements =
    [
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "h1", "h2", "h3", "p", "div", "span", "section", "article",
        "a", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "code", "pre", "strong", "em", "br",
        "svg", "rect", "details", "summary", "figure", "figcaption", "time", "nav", "button", "label", "input", "select", "option", "script",
    ];

    [ChromiumTheory]
    [InlineData(Demo, "desktop")]
    [InlineData(Demo, "dark")]
    [InlineData(Demo, "phone")]
    [InlineData(Demo, "paper")]
    [InlineData(Demo, "without its content security policy")]
    [InlineData(HostileImages.Report, "desktop")]
    [InlineData(HostileImages.Report, "dark")]
    [InlineData(HostileImages.Report, "phone")]
    [InlineData(HostileImages.Report, "paper")]
    [InlineData(HostileImages.Report, "without its content security policy")]
    [InlineData(ManyImages.Report, "desktop")]
    public async Task Report_does_nothing_but_show_itself(string report, string look)
    {
        await using var opened = await chromium.OpenAsync(report, Look.Named(look));

        opened.Deeds.ShouldBeEmpty();
        (await opened.Page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse("a hostile text was executed");
        (await opened.Page.TitleAsync()).ShouldContain("image audit of ");
        opened.Page.Url.ShouldEndWith(report);
    }

    [ChromiumTheory]
    [InlineData(Demo)]
    [InlineData(HostileImages.Report)]
    public async Task Hostile_texts_make_no_elements_handlers_or_links(string report)
    {
        await using var opened = await chromium.OpenAsync(report, Look.Desktop);

        (await TextsAsync(opened, "[...new Set([...document.querySelectorAll('*')].map(e => e.localName))]")).Except(s_elements).ShouldBeEmpty();
        (await TextsAsync(opened, "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on') || n === 'srcdoc' || n === 'src')")).ShouldBeEmpty();
        (await TextsAsync(opened, "[...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(h => !/^(#|https:\\/\\/)/.test(h))")).ShouldBeEmpty();
        (await TextsAsync(opened, "[...document.querySelectorAll('script')].map(s => s.parentElement.localName + s.type)")).ShouldBe(["bodyapplication/json", "body", "body"]);
        (await TextsAsync(opened, "[...document.querySelectorAll('meta[http-equiv]')].map(m => m.httpEquiv)")).ShouldBe(["Content-Security-Policy"]);
    }

    /// <summary>A report that showed nothing would pass the others.</summary>
    [ChromiumFact]
    public async Task Hostile_names_are_shown_as_they_are()
    {
        await using var opened = await chromium.OpenAsync(HostileImages.Report, Look.Desktop);

        var shown = await opened.Page.EvaluateAsync<string>("() => document.body.textContent");

        foreach (var text in HostileImages.Texts.Where(text => text.All(c => c is >= ' ' and < '\u2000'))) shown.ShouldContain(text);
    }

    [ChromiumTheory]
    [InlineData(Demo)]
    [InlineData(HostileImages.Report)]
    public async Task Page_is_not_scrolled_sideways_at_any_width(string report)
    {
        foreach (var look in new[] { Look.Phone, Look.Desktop, Look.Paper, new Look(320) })
        {
            await using var opened = await chromium.OpenAsync(report, look);

            (await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(look.Width, $"{look}");
        }
    }

    [ChromiumFact]
    public async Task Page_is_light_or_dark_as_the_reader_likes_and_paper_is_white()
    {
        (await BrightnessAsync(Look.Desktop)).ShouldBe((Page: true, Text: false));
        (await BrightnessAsync(Look.Dark)).ShouldBe((Page: false, Text: true));
        (await BrightnessAsync(Look.Paper)).ShouldBe((Page: true, Text: false));
    }

    /// <summary>What is folded on the screen cannot be opened on paper.</summary>
    [ChromiumFact]
    public async Task Demo_prints_to_several_pages()
    {
        await using var opened = await chromium.OpenAsync(Demo, Look.Paper);

        var pdf = System.Text.Encoding.Latin1.GetString(await opened.Page.PdfAsync(new() { Format = "A4" }));

        pdf.ShouldStartWith("%PDF-");
        pdf.Split("/Type /Page\n").Length.ShouldBeGreaterThan(3);
    }

    /// <summary>The watch itself: on a page that does all of it, each of these is seen.</summary>
    [ChromiumFact]
    public async Task Watch_sees_what_a_report_must_not_do()
    {
        chromium.Write("bad.html", "<!DOCTYPE html><title>x</title><img src=\"https://evil.example/x.png\"><script>window.pwned=1;console.log('hello');alert('you');throw new Error('oh')</script>");

        await using var opened = await chromium.OpenAsync("bad.html", Look.Desktop);

        foreach (var deed in new[] { "request: https://evil.example/x.png", "console log: hello", "dialog: you", "error: " })
            opened.Deeds.ShouldContain(seen => seen.StartsWith(deed, StringComparison.Ordinal));
        (await opened.Page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeTrue();
    }

    private async Task<(bool Page, bool Text)> BrightnessAsync(Look look)
    {
        await using var opened = await chromium.OpenAsync(Demo, look);
        return (await IsBrightAsync(opened.Page, "backgroundColor"), await IsBrightAsync(opened.Page, "color"));
    }

    private static Task<bool> IsBrightAsync(IPage page, string property) => page.EvaluateAsync<bool>(
        "property => getComputedStyle(document.body)[property].match(/\\d+/g).slice(0, 3).every(part => part > 127)", property);

    private static async Task<string[]> TextsAsync(WatchedPage opened, string expression) => await opened.Page.EvaluateAsync<string[]>("() => " + expression);
}
