using ImsAudit.Cli.Tests.Process;
using Microsoft.Playwright;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>One browser, and the reports that it is to open, made once a test run by the built binary.</summary>
public sealed class ChromiumFixture : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        // xunit makes the fixture even when every test of the collection is skipped.
        if (Chromium.WhyNot is not null) return;
        (await ImsAuditProcess.RunAsync(["demo"], workingFolder: _folder.Path)).ShouldExit(0);
        await HostileImages.ReportAsync(_folder);
        await ManyImages.ReportAsync(_folder);
        await HostileDiff.ReportAsync(_folder);
        await HostileWeek.ReportAsync(_folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    /// <summary>A window without a network, in which everything that a page does is written down.</summary>
    /// <param name="anchor">What the address ends with, such as <c>#findings</c>.</param>
    public Task<WatchedPage> OpenAsync(string file, Look look, string anchor = "") => WatchedPage.OpenAsync(_browser!, new Uri(_folder[file]).AbsoluteUri + anchor, look);

    /// <summary>Puts a file beside the reports.</summary>
    public void Write(string file, string html) => _folder.Write(file, html);

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    public void Dispose() => _folder.Dispose();
}
