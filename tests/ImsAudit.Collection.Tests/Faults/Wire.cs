using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>The clock that a fault may let pass, and the server that nothing may be sent to.</summary>
/// <param name="Patience">How long a fault that never ends lasts on the clock.</param>
internal sealed record FaultWorld(ImpatientClock Clock, TimeSpan Patience, Uri Elsewhere);

/// <summary>The proxy's side of one connection to the collector, and the answer that it would have passed on.</summary>
internal sealed class Wire(Socket socket, Stream stream, byte[] page, FaultWorld world)
{
    public const string Json = "Content-Type: application/json\r\n";

    public byte[] Page => page;

    /// <summary>The answer to the first request.</summary>
    public byte[] First { get; init; } = [];

    public string Text => Encoding.UTF8.GetString(page);

    public FaultWorld World => world;

    public Stream Stream => stream;

    /// <summary>Headers and the body's length are up to the fault.</summary>
    public Task SendAsync(string head, params byte[] body) => SendRawAsync([.. Encoding.Latin1.GetBytes(head + "\r\n"), .. body]);

    public async Task SendRawAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }

    /// <summary>An answer that is right in all but what the fault says.</summary>
    public Task AnswerAsync(byte[] body, string headers = Json, int status = 200) =>
        SendAsync($"HTTP/1.1 {status} Some\r\n{headers}Connection: close\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n", body);

    public Task AnswerAsync(string body, string headers = Json, int status = 200) => AnswerAsync(Encoding.UTF8.GetBytes(body), headers, status);

    /// <summary>The same bytes until the collector goes away.</summary>
    public async Task RepeatAsync(byte[] bytes)
    {
        while (true) await stream.WriteAsync(bytes);
    }

    /// <summary>Time passes, and nothing more comes.</summary>
    public async Task StallAsync()
    {
        world.Clock.Pass(world.Patience);
        await GoneAsync();
    }

    /// <summary>One byte a second, of which there are always more.</summary>
    public async Task TrickleAsync(byte[] bytes)
    {
        for (var (at, passed) = (0, TimeSpan.Zero); passed <= world.Patience; at++, passed += world.Patience / 40)
        {
            await stream.WriteAsync(bytes.AsMemory(at % bytes.Length, 1));
            world.Clock.Pass(world.Patience / 40);
        }
        await GoneAsync();
    }

    /// <summary>Ends the connection as a crash or a firewall does, not as a server that is done.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private async Task GoneAsync()
    {
        var rest = new byte[4096];
        while (await stream.ReadAsync(rest) > 0)
        {
        }
    }
}
