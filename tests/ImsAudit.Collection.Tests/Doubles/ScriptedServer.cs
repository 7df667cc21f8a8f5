using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>A server on loopback that answers each request with exactly the bytes a test wants, lies about lengths included.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<ServerRequest, Task<Answer>> _script;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentQueue<ServerRequest> _requests = new();
    private readonly Task _accepting;
    private int _open;

    public ScriptedServer(Func<ServerRequest, Answer> script) : this(request => Task.FromResult(script(request))) { }

    public ScriptedServer(Func<ServerRequest, Task<Answer>> script, X509Certificate2? certificate = null)
    {
        _script = script;
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<ServerRequest> Requests => [.. _requests];

    /// <summary>The most requests that were being answered at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Answers the requests in turn; the last answer stays.</summary>
    public static ScriptedServer InTurn(params Answer[] answers)
    {
        var at = -1;
        return new ScriptedServer(_ => answers[Math.Min(Interlocked.Increment(ref at), answers.Length - 1)]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = await OpenAsync(client);
            while (await ServerRequest.ReadAsync(stream, _stop.Token) is { } request)
            {
                _requests.Enqueue(request);
                lock (_requests) MostAtOnce = Math.Max(MostAtOnce, ++_open);
                var answer = await _script(request);
                lock (_requests) _open--;
                await answer.WriteAsync(stream, _stop.Token);
                if (answer.Closes) return;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, which is its right.
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        client.NoDelay = true;
        if (_certificate is null) return client.GetStream();
        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(_certificate);
        return tls;
    }
}
