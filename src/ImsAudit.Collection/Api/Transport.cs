using System.Net;
using System.Security.Cryptography.X509Certificates;
using Flurl.Http;

namespace ImsAudit.Collection.Api;

/// <summary>Makes the HTTP client of one server: no redirects, no cookies, gzip alone, and no time limit but the one of the request.</summary>
internal static class Transport
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <param name="server">Any address of the server; a server on loopback is never asked through a proxy.</param>
    public static IFlurlClient Open(Uri server, CollectionSettings settings, X509Certificate2Collection? roots)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            PooledConnectionLifetime = ConnectionLifetime,
            UseProxy = !server.IsLoopback,
        };
        if (roots is not null) handler.SslOptions = CustomRoots.Trusting(roots);
        var client = new FlurlClient(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });
        client.AllowAnyHttpStatus().WithAutoRedirect(false).WithHeader("User-Agent", $"imsaudit/{settings.ToolVersion}").WithHeader("Accept", "application/json");
        client.Settings.Timeout = null;
        return client;
    }
}
