namespace ImsAudit.Cli.Tests.Browser;

/// <summary>What a reader does with the report: page, filter, sort, follow an anchor, copy; and all of it on hostile texts.</summary>
[Collection(SharedBrowser.Name)]
public sealed class ControlsTests(ChromiumFixture chromium)
{
    private const string Firmware = "#p-firmware";
    private const string Rows = Firmware + " table.findings tbody tr";
    private const int Late = 1234;

    [ChromiumFact]
    public async Task Pages_are_turned_through_to_the_last_finding()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);
        var page = opened.Page;
        (await page.Locator(Rows).CountAsync()).ShouldBe(100);

        for (var turn = 0; turn < 14; turn++) await page.Locator(Firmware + " nav button").Last.ClickAsync();

        (await page.Locator(Rows + " strong").AllTextContentsAsync()).ShouldBe(Enumerable.Range(1400, 100).Select(ManyImages.NameOf));
        (await page.Locator(Firmware + " nav span").TextContentAsync()).ShouldBe("1,401 to 1,500 of 1,500");
        (await page.Locator(Firmware + " nav button").Last.IsDisabledAsync()).ShouldBeTrue();
        opened.Deeds.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Search_finds_what_is_only_data()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);

        await opened.Page.FillAsync("#filter-text", ManyImages.NameOf(Late) + " BIOS");
        await opened.Page.Locator("#count", new() { HasText = "1 of 1,530 findings" }).WaitForAsync();

        (await opened.Page.Locator(Rows + " strong").AllTextContentsAsync()).ShouldBe([ManyImages.NameOf(Late)]);
        (await opened.Page.Locator("#p-not-public").IsVisibleAsync()).ShouldBeFalse();
        (await opened.Page.Locator(Firmware + " nav").IsVisibleAsync()).ShouldBeFalse();
    }

    [ChromiumTheory]
    [InlineData("#filter-severity", "low", "30 of 1,530 findings")]
    [InlineData("#filter-policy", "not-public", "30 of 1,530 findings")]
    [InlineData("#filter-category", "public", "60 of 1,530 findings")]
    [InlineData("#filter-state", "fresh", "0 of 1,530 findings")]
    [InlineData("#filter-state", "new", "1,530 findings")]
    [InlineData("#filter-state", "waived", "0 of 1,530 findings")]
    public async Task Filters_count_what_they_leave(string filter, string value, string count)
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);

        await opened.Page.SelectOptionAsync(filter, value);

        (await opened.Page.TextContentAsync("#count")).ShouldBe(count);
        (await opened.Page.Locator("#list > .notice").IsVisibleAsync()).ShouldBe(count.StartsWith("0 ", StringComparison.Ordinal));
        await opened.Page.ClickAsync("#reset");
        (await opened.Page.TextContentAsync("#count")).ShouldBe("1,530 findings");
    }

    [ChromiumFact]
    public async Task Oldest_images_come_first_where_that_is_asked_for()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);

        await opened.Page.SelectOptionAsync("#sort", "created");

        (await opened.Page.Locator(Rows + " strong").AllTextContentsAsync()).ShouldBe(Enumerable.Range(1400, 100).Reverse().Select(ManyImages.NameOf));
    }

    [ChromiumFact]
    public async Task Policies_are_sorted_by_their_heads()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);
        var head = opened.Page.Locator("table.sortable th", new() { HasText = "Fail" });

        await head.Locator("button").ClickAsync();

        (await head.GetAttributeAsync("aria-sort")).ShouldBe("ascending");
        (await opened.Page.Locator("table.sortable tbody code").AllTextContentsAsync()).ShouldBe(["not-public", "firmware"]);
    }

    [ChromiumTheory]
    [InlineData("")]
    [InlineData("low")]
    public async Task Anchor_leads_to_a_finding_on_another_page_and_behind_a_filter(string filtered)
    {
        var fingerprint = await FingerprintOfLateAsync();
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop, filtered.Length == 0 ? "#f-" + fingerprint : "");
        if (filtered.Length > 0)
        {
            await opened.Page.SelectOptionAsync("#filter-severity", filtered);
            await opened.Page.EvaluateAsync("name => location.hash = name", "#f-" + fingerprint);
        }

        var row = opened.Page.Locator("tr.aimed");

        (await row.Locator("strong").TextContentAsync()).ShouldBe(ManyImages.NameOf(Late));
        (await row.EvaluateAsync<bool>("row => new Promise(done => setTimeout(() => { const at = row.getBoundingClientRect(); done(at.top >= 0 && at.bottom <= innerHeight); }, 100))")).ShouldBeTrue();
        (await row.EvaluateAsync<bool>("row => document.activeElement === row")).ShouldBeTrue();
    }

    /// <summary>Two programs write rows: the template, and the script from data.</summary>
    [ChromiumFact]
    public async Task Row_that_the_script_makes_is_the_row_that_the_template_writes()
    {
        await using var one = await chromium.OpenAsync(ManyImages.ReportOfOne, Look.Desktop);
        var written = await one.Page.Locator(Rows).EvaluateAsync<string>("row => row.outerHTML");
        await using var many = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);

        await many.Page.FillAsync("#filter-text", ManyImages.NameOf(Late));
        await many.Page.Locator("#count", new() { HasText = "1 of" }).WaitForAsync();

        (await many.Page.Locator(Rows).EvaluateAsync<string>("row => row.outerHTML")).ShouldBe(written);
    }

    [ChromiumFact]
    public async Task Commands_are_copied_with_the_image_s_id()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);
        var evidence = opened.Page.Locator(Rows + " details.evidence").First;
        await evidence.Locator("summary").ClickAsync();

        await evidence.Locator(".copy").First.ClickAsync();
        await evidence.Locator(".copy", new() { HasText = "Copied" }).WaitForAsync();

        (await opened.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldBe($"PATCH /v2/cloudimages/{ManyImages.IdOf(0)}\n[{{\"op\":\"replace\"}}]");
        (await evidence.Locator(".command code").Last.TextContentAsync()).ShouldBe($"imsaudit explain --policy firmware --image {ManyImages.IdOf(0)} --from SNAPSHOT");
    }

    [ChromiumFact]
    public async Task Hostile_ids_come_into_no_command_and_using_every_control_runs_nothing()
    {
        await using var opened = await chromium.OpenAsync(HostileImages.Report, Look.Desktop with { WithoutContentSecurityPolicy = true });

        await opened.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(folded => folded.open = true)");
        foreach (var order in new[] { "name", "created", "where" }) await opened.Page.SelectOptionAsync("#sort", order);
        await opened.Page.FillAsync("#filter-text", "script");
        await opened.Page.Locator("#count", new() { HasText = " of " }).WaitForAsync();

        (await opened.Page.Locator("td .command code").AllTextContentsAsync()).ShouldAllBe(command => !command.Contains("pwned") && !command.Contains('<'));
        (await opened.Page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse();
        opened.Deeds.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Without_scripts_the_first_findings_are_there_and_the_rest_is_told()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop with { WithoutScripts = true });

        (await opened.Page.Locator(Rows).CountAsync()).ShouldBe(100);
        (await opened.Page.Locator("#filters").IsVisibleAsync()).ShouldBeFalse();
        (await opened.Page.Locator(Firmware + " .pager").TextContentAsync())!.ShouldContain("The first 100 of 1,500 stand here.");
        opened.Deeds.ShouldBeEmpty();
    }

    [ChromiumFact]
    public async Task Paper_shows_no_controls_and_what_is_folded()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Paper);

        foreach (var control in new[] { "#filters", ".turner", ".skip", ".here", ".copy" })
            (await opened.Page.Locator(control).First.IsVisibleAsync()).ShouldBeFalse(control);
        (await opened.Page.Locator(Rows + " details dd").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [ChromiumFact]
    public async Task Keyboard_comes_to_the_findings_by_the_first_link()
    {
        await using var opened = await chromium.OpenAsync(ManyImages.Report, Look.Desktop);

        await opened.Page.Keyboard.PressAsync("Tab");
        (await opened.Page.EvaluateAsync<bool>("() => document.activeElement.getBoundingClientRect().top >= 0")).ShouldBeTrue();
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Keyboard.PressAsync("Tab");

        (await opened.Page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("filter-text");
    }

    private async Task<string> FingerprintOfLateAsync()
    {
        await using var one = await chromium.OpenAsync(ManyImages.ReportOfOne, Look.Desktop);
        return (await one.Page.Locator(Rows).GetAttributeAsync("id"))![2..];
    }
}
