using System.Net;
using System.Net.Sockets;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>
/// Stands before a real server and passes everything on; a test learns what was asked, and can change the world between
/// two requests.
/// </summary>
public sealed class ForwardingProxy : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http;
    private readonly Func<Uri, Task> _before;
    private readonly SemaphoreSlim _one = new(1);
    private readonly List<string> _requests = [];
    private readonly Task _serving;

    /// <param name="target">The server; its path is not used.</param>
    /// <param name="before">Called with each request's URL before it is passed on, never twice at a time.</param>
    public ForwardingProxy(Uri target, Func<Uri, Task>? before = null)
    {
        _http = new HttpClient { BaseAddress = new Uri(target.GetLeftPart(UriPartial.Authority)) };
        _before = before ?? (_ => Task.CompletedTask);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>Requests that are answered with 403 and not passed on.</summary>
    public Func<Uri, bool> Refuses { get; init; } = _ => false;

    /// <summary>Method and path with query of every request so far.</summary>
    public IReadOnlyList<string> Requests
    {
        get { lock (_requests) return [.. _requests]; }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
        _http.Dispose();
        _one.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true) answering.Add(AnswerAsync(await _listener.GetContextAsync()));
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            await Task.WhenAll(answering);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        await _one.WaitAsync();
        try
        {
            lock (_requests) _requests.Add($"{context.Request.HttpMethod} {context.Request.RawUrl}");
            await _before(context.Request.Url!);
            using var answer = Refuses(context.Request.Url!)
                ? new HttpResponseMessage(HttpStatusCode.Forbidden)
                : await _http.SendAsync(await CopyAsync(context.Request));
            await SendBackAsync(answer, context.Response);
        }
        finally
        {
            _one.Release();
            context.Response.Close();
        }
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpListenerRequest request)
    {
        var copy = new HttpRequestMessage(new HttpMethod(request.HttpMethod), request.RawUrl);
        if (request.HasEntityBody) copy.Content = new ByteArrayContent(await BodyAsync(request));
        foreach (var name in new[] { "X-Auth-Token", "X-Subject-Token", "Accept", "X-Api-Version" })
            if (request.Headers[name] is { } value)
                copy.Headers.TryAddWithoutValidation(name, value);
        if (request.ContentType is { } type) copy.Content?.Headers.TryAddWithoutValidation("Content-Type", type);
        return copy;
    }

    /// <summary>Read whole: the servers do not understand a body sent in chunks.</summary>
    private static async Task<byte[]> BodyAsync(HttpListenerRequest request)
    {
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body);
        return body.ToArray();
    }

    private static async Task SendBackAsync(HttpResponseMessage answer, HttpListenerResponse response)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        response.StatusCode = (int)answer.StatusCode;
        response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.Headers.TryGetValues("X-Subject-Token", out var token)) response.Headers["X-Subject-Token"] = token.Single();
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
    }
}
