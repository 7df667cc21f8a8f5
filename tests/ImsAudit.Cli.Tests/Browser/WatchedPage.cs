using Microsoft.Playwright;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>An open page, and everything that it did which a report must not do.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _deeds = [];

    private WatchedPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Console messages, errors, dialogs, windows, downloads, and requests but the one for the file itself.</summary>
    public IReadOnlyList<string> Deeds
    {
        get { lock (_deeds) return [.. _deeds]; }
    }

    public static async Task<WatchedPage> OpenAsync(IBrowser browser, string address, Look look)
    {
        var context = await browser.NewContextAsync(new()
        {
            Offline = true,
            ColorScheme = look.Colors,
            ViewportSize = new() { Width = look.Width, Height = 900 },
            BypassCSP = look.WithoutContentSecurityPolicy,
            JavaScriptEnabled = !look.WithoutScripts,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        var watched = new WatchedPage(context, await context.NewPageAsync());
        watched.Watch(address.Split('#')[0]);
        await watched.Page.EmulateMediaAsync(new() { Media = look.Media });
        await watched.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        // What an event handler of a broken image does comes only now.
        if (!look.WithoutScripts) await watched.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        return watched;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Watch(string address)
    {
        Page.Console += (_, message) => Note($"console {message.Type}: {message.Text}");
        Page.PageError += (_, error) => Note($"error: {error}");
        Page.Popup += (_, popup) => Note($"window: {popup.Url}");
        Page.Download += (_, download) => Note($"download: {download.Url}");
        Page.Request += (_, request) => { if (request.Url.Split('#')[0] != address) Note($"request: {request.Url}"); };
        Page.Dialog += async (_, dialog) =>
        {
            Note($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    private void Note(string deed)
    {
        lock (_deeds) _deeds.Add(deed);
    }
}
