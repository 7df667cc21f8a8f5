using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>The connection breaks, falls silent or crawls.</summary>
internal static class ConnectionFaults
{
    private const string Broke = "the connection broke before the answer was whole";

    public static IEnumerable<Fault> All =>
    [
        Fault.Harmless("an answer that comes 20 seconds late", wire =>
        {
            wire.World.Clock.Pass(TimeSpan.FromSeconds(20));
            return wire.AnswerAsync(wire.Page);
        }),
        Fault.Harmless("connection closed behind each answer without a word of it", wire => wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Content-Length: {wire.Page.Length}\r\n", wire.Page)),
        Fault.Harmless("HTTP/1.0, its end told by closing", wire => wire.SendAsync($"HTTP/1.0 200 OK\r\n{Wire.Json}", wire.Page)),
        Fault.Passing("connection closed without a word", Broke, _ => Task.CompletedTask) with { Sends = 4 },
        Fault.Passing("connection reset before the headers", Broke, wire => ResetAsync(wire, "")),
        Fault.Passing("connection reset in the headers", Broke, wire => ResetAsync(wire, "HTTP/1.1 200 OK\r\nContent-Ty")),
        Fault.Passing("connection reset in the body", Broke, wire => ResetAsync(wire, $"HTTP/1.1 200 OK\r\n{Wire.Json}Content-Length: {wire.Page.Length}\r\n\r\n{{\"images\":[")),
        Fault.Passing("cut body", Broke, wire => wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Content-Length: {wire.Page.Length}\r\n", wire.Page[..(wire.Page.Length / 2)])),
        Fault.Passing("cut chunked body", Broke, wire => wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Transfer-Encoding: chunked\r\n", [.. Encoding.ASCII.GetBytes($"{wire.Page.Length:x}\r\n"), .. wire.Page])),
        Fault.Endless("silence in place of an answer", wire => wire.StallAsync()),
        Fault.Endless("silence in the headers", async wire =>
        {
            await wire.SendRawAsync("HTTP/1.1 200 OK\r\nContent-"u8.ToArray());
            await wire.StallAsync();
        }),
        Fault.Endless("silence in the body", async wire =>
        {
            await wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Content-Length: {wire.Page.Length}\r\n", wire.Page[..50]);
            await wire.StallAsync();
        }),
        Fault.Endless("a byte of the headers a second", wire => wire.TrickleAsync("HTTP/1.1 200 OK\r\nX-Filler: and so on and on and on and on"u8.ToArray())),
        Fault.Endless("a byte of the body a second", async wire =>
        {
            await wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Content-Length: 1000000\r\n");
            await wire.TrickleAsync(wire.Page);
        }),
        Fault.Endless("1xx answers without end", async wire =>
        {
            var hint = "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"u8.ToArray();
            for (var i = 0; i < 1000; i++) await wire.Stream.WriteAsync(hint);
            wire.World.Clock.Pass(wire.World.Patience);
            await wire.RepeatAsync(hint);
        }),
        Fault.Harmless("500 1xx answers before the answer", async wire =>
        {
            for (var i = 0; i < 500; i++) await wire.SendRawAsync("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"u8.ToArray());
            await wire.AnswerAsync(wire.Page);
        }),
    ];

    private static async Task ResetAsync(Wire wire, string sent)
    {
        await wire.SendRawAsync(Encoding.UTF8.GetBytes(sent));
        wire.Reset();
    }
}
