using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>Another server, where nothing may be sent: it keeps whatever comes.</summary>
internal sealed class Bystander : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private readonly StringBuilder _got = new();

    public Bystander()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public int Connections { get; private set; }

    public string Got
    {
        get { lock (_got) return _got.ToString(); }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Connections++;
                var bytes = new byte[8192];
                var read = await client.GetStream().ReadAsync(bytes);
                lock (_got) _got.Append(Encoding.Latin1.GetString(bytes, 0, read));
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"images\":[]}"u8.ToArray());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The test is over.
        }
    }
}
