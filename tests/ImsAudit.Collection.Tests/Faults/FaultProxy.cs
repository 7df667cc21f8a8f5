using System.Net;
using System.Net.Sockets;
using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>Stands on loopback between the collector and a server, passes answers on, and injects a fault in place of those that it is told to.</summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly HttpClient s_upstream = new(new SocketsHttpHandler { UseProxy = false });

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly (Uri Upstream, Fault Fault, FaultWorld World) _given;
    private readonly Func<int, bool> _strikes;
    private readonly Task _accepting;
    private int _requests;
    private byte[]? _first;

    /// <param name="strikes">Which requests are hit, counted from 1.</param>
    public FaultProxy(Uri upstream, Fault fault, FaultWorld world, Func<int, bool> strikes)
    {
        (_given, _strikes) = ((upstream, fault, world), strikes);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"{(_given.Fault.AtConnect ? "https" : "http")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The requests, or, for a fault that strikes before any, the connections.</summary>
    public int Requests => _requests;

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
                _ = Task.Run(() => ServeAsync(client));
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
        client.NoDelay = true;
        try
        {
            if (_given.Fault.AtConnect) await InjectAsync(client, []);
            else await AnswerAsync(client);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The collector went away, as it should.
        }
    }

    /// <summary>One request a connection, so that which one is hit does not depend on what the client keeps open.</summary>
    private async Task AnswerAsync(TcpClient client)
    {
        var stream = client.GetStream();
        if (await ServerRequest.ReadAsync(stream, _stop.Token) is not { } request) return;
        var page = await s_upstream.GetByteArrayAsync(new Uri(_given.Upstream, $"{request.Path}?{request.Query}"), _stop.Token);
        _first ??= page;
        if (_strikes(Interlocked.Increment(ref _requests))) await InjectAsync(client, page, counted: true);
        else await new Wire(client.Client, stream, page, _given.World).AnswerAsync(page);
        client.Client.Shutdown(SocketShutdown.Send);
        // Closed at once, what the collector has not read yet would be lost.
        while (await stream.ReadAsync(new byte[1024], _stop.Token) > 0)
        {
        }
    }

    private async Task InjectAsync(TcpClient client, byte[] page, bool counted = false)
    {
        if (!counted) Interlocked.Increment(ref _requests);
        await _given.Fault.Inject(new Wire(client.Client, client.GetStream(), page, _given.World) { First = _first ?? [] });
    }
}
