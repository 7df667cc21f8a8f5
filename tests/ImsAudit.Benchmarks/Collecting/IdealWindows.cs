namespace ImsAudit.Benchmarks.Collecting;

/// <summary>
/// Windows of equally many images, cut with the true distribution of <c>created_at</c> in hand, walked side by side by the
/// least code that can do it. One window is the plain sequential loop.
/// </summary>
internal static class IdealWindows
{
    public static async Task<Walked> CollectAsync(Uri endpoint, IReadOnlyList<DateTimeOffset> newestFirst, int pageSize, int windows)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = endpoint };
        var ids = new HashSet<string>();
        var cuts = Enumerable.Range(1, windows - 1).Select(i => newestFirst[(int)((long)newestFirst.Count * i / windows)]).ToArray();
        var walks = Enumerable.Range(0, windows).Select(i => WalkAsync(client, pageSize, (i == 0 ? null : cuts[i - 1], i == windows - 1 ? null : cuts[i]), ids)).ToArray();
        var pages = await Task.WhenAll(walks);
        return new Walked(ids.Count, pages.Sum(), windows);
    }

    private static async Task<int> WalkAsync(HttpClient client, int pageSize, (DateTimeOffset? Below, DateTimeOffset? From) window, HashSet<string> ids)
    {
        var before = window.Below is { } below ? $"&created_at=lt%3A{below.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}" : "";
        var path = $"/v2/images?owner={LumpyEstate.Project}{before}&limit={pageSize}";
        var pages = 0;
        while (path is not null)
        {
            var page = PlainPage.Read(await client.GetByteArrayAsync(new Uri(path, UriKind.Relative)));
            pages++;
            lock (ids) ids.UnionWith(page.Ids);
            path = page.Oldest < window.From ? null : page.Next;
        }
        return pages;
    }
}
