using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>What a server sends back, byte for byte.</summary>
internal sealed record Answer(byte[] Head, byte[] Body)
{
    /// <summary>The connection ends behind the answer.</summary>
    public bool Closes { get; init; }

    /// <summary>The body is sent again and again until the client goes away.</summary>
    public bool Endless { get; init; }

    public static Answer Json(string body) => Of(200, body);

    public static Answer Of(int status, string body = "", string? contentType = "application/json", params (string Name, string Value)[] headers) =>
        Bytes(status, Encoding.UTF8.GetBytes(body), [.. headers, .. contentType is null ? [] : new[] { ("Content-Type", contentType) }]);

    public static Answer Bytes(int status, byte[] body, params (string Name, string Value)[] headers) =>
        new(HeadOf(status, [.. headers, ("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture))]), body);

    public static Answer Gzip(string body) => GzipBytes(Encoding.UTF8.GetBytes(body));

    public static Answer GzipBytes(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body);
        return Bytes(200, packed.ToArray(), ("Content-Type", "application/json"), ("Content-Encoding", "gzip"));
    }

    /// <summary>Announces more than it sends, and closes.</summary>
    public static Answer Cut(string body, int announced) =>
        new(HeadOf(200, [("Content-Type", "application/json"), ("Content-Length", announced.ToString(CultureInfo.InvariantCulture))]), Encoding.UTF8.GetBytes(body)) { Closes = true };

    /// <summary>No length, and no end.</summary>
    public static Answer WithoutEnd(string start) =>
        new(HeadOf(200, [("Content-Type", "application/json"), ("Connection", "close")]), Encoding.UTF8.GetBytes(start)) { Closes = true, Endless = true };

    /// <summary>Closes the connection without a word.</summary>
    public static Answer HangUp { get; } = new([], []) { Closes = true };

    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Head.Concat(Body).ToArray(), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        while (Endless) await stream.WriteAsync(new byte[64 * 1024].Select(_ => (byte)' ').ToArray(), cancellationToken);
    }

    private static byte[] HeadOf(int status, (string Name, string Value)[] headers) =>
        Encoding.UTF8.GetBytes($"HTTP/1.1 {status} Some\r\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n");
}
