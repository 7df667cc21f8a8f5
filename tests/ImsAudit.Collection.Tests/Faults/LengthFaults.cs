using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>The answer lies about its length, or its framing is none.</summary>
internal static class LengthFaults
{
    private const string NoHttp = "the answer is no valid HTTP";

    public static IEnumerable<Fault> All =>
    [
        Fault.Passing("Content-Length longer than the body", "the connection broke", wire => With(wire, $"Content-Length: {wire.Page.Length + 100}")),
        Fault.Lasting("Content-Length shorter than the body", "is not valid JSON, or was cut short", wire => With(wire, $"Content-Length: {wire.Page.Length - 100}")),
        Fault.Harmless("negative Content-Length, the body whole", wire => With(wire, "Content-Length: -5")),
        Fault.Lasting("negative Content-Length, the body cut", "is not valid JSON, or was cut short", wire => Cut(wire, "Content-Length: -5")),
        Fault.Lasting("no length, and the body cut", "is not valid JSON, or was cut short", wire => Cut(wire, "Connection: close")),
        Fault.Lasting("two different Content-Length, the first too short", "is not valid JSON, or was cut short", wire => With(wire, $"Content-Length: 40\r\nContent-Length: {wire.Page.Length}")),
        Fault.Passing("two different Content-Length, the first too long", "the connection broke", wire => With(wire, $"Content-Length: {wire.Page.Length * 2}\r\nContent-Length: {wire.Page.Length}")),
        Fault.Harmless("Content-Length that no number holds, the body whole", wire => With(wire, "Content-Length: 99999999999999999999999")),
        Fault.Passing("Content-Length of 8 EiB", "the connection broke", wire => With(wire, "Content-Length: 9223372036854775807")),
        Fault.Harmless("chunked with a false Content-Length beside it", wire => With(wire, "Content-Length: 10\r\nTransfer-Encoding: chunked", Chunked(wire.Page))),
        Fault.Passing("chunk whose size is no number", "the connection broke", wire => With(wire, "Transfer-Encoding: chunked", [.. "zz\r\n"u8, .. wire.Page])),
        Fault.Passing("chunk whose size no number holds", "the connection broke", wire => With(wire, "Transfer-Encoding: chunked", [.. "fffffffffffffffffffffff\r\n"u8, .. wire.Page])),
        Fault.Lasting("binary garbage in place of HTTP", NoHttp, wire => wire.SendRawAsync([.. Enumerable.Range(0, 512).Select(i => (byte)(i * 7))])),
        Fault.Lasting("another protocol's greeting", NoHttp, wire => wire.SendRawAsync("220 mail.invalid ESMTP ready\r\n"u8.ToArray())),
        Fault.Lasting("status that is no number", NoHttp, wire => wire.SendAsync("HTTP/1.1 2OO OK\r\n")),
    ];

    private static Task With(Wire wire, string header, byte[]? body = null) => wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}{header}\r\n", body ?? wire.Page);

    private static Task Cut(Wire wire, string header) => With(wire, header, wire.Page[..(wire.Page.Length / 2)]);

    private static byte[] Chunked(byte[] body) => [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n0\r\n\r\n"u8];
}
