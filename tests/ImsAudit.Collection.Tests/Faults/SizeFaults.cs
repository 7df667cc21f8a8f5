using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>There is too much of it. The limit of the tests is 1 MiB a page.</summary>
internal static class SizeFaults
{
    private const string TooLong = "is longer than 1 MiB";
    private const string NoHttp = "the answer is no valid HTTP";

    private static readonly byte[] s_filler = Encoding.ASCII.GetBytes(new string(' ', 65536));

    public static IEnumerable<Fault> All =>
    [
        Fault.Lasting("body without end", TooLong, async wire =>
        {
            await wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}");
            await wire.RepeatAsync(s_filler);
        }),
        Fault.Lasting("chunks without end", TooLong, async wire =>
        {
            await wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Transfer-Encoding: chunked\r\n");
            await wire.RepeatAsync([.. "10000\r\n"u8, .. s_filler, .. "\r\n"u8]);
        }),
        Fault.Passing("chunk extension without end", "the connection broke", async wire =>
        {
            await wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Transfer-Encoding: chunked\r\n", "5;"u8.ToArray());
            await wire.RepeatAsync(s_filler);
        }),
        Fault.Lasting("trailers without end", NoHttp, async wire =>
        {
            await wire.SendAsync($"HTTP/1.1 200 OK\r\n{Wire.Json}Transfer-Encoding: chunked\r\n", [.. Encoding.ASCII.GetBytes($"{wire.Page.Length:x}\r\n"), .. wire.Page, .. "\r\n0\r\n"u8]);
            await wire.RepeatAsync("X-Filler: and so on\r\n"u8.ToArray());
        }),
        Fault.Lasting("gzip bomb: 1 GiB in 1 MB", TooLong, wire => wire.AnswerAsync(Bomb(), Wire.Json + "Content-Encoding: gzip\r\n")),
        Fault.Passing("503 with a gzip bomb", "the server answered 503", wire => wire.AnswerAsync(Bomb(), Wire.Json + "Content-Encoding: gzip\r\n", 503)),
        Fault.Lasting("one string of 2 MiB", TooLong, wire => wire.AnswerAsync($$"""{"images":[{"id":"a","name":"{{new string('n', 2 << 20)}}"}]}""")),
        Fault.Lasting("an id of 2 MiB", TooLong, wire => wire.AnswerAsync($$"""{"images":[{"id":"{{new string('i', 2 << 20)}}"}]}""")),
        Fault.Lasting("a \"next\" of 900,000 characters", "a marker that is too long", wire => wire.AnswerAsync($$"""{"images":[{"id":"a"}],"next":"/v2/images?marker={{new string('m', 900_000)}}"}""")),
        Fault.Lasting("1,000,000 images in a page", TooLong, wire => wire.AnswerAsync(Million.Page())),
        Fault.Lasting("100,000 headers", NoHttp, wire => wire.SendAsync("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"X-{i}: y\r\n")))),
        Fault.Lasting("a header of 10 MB", NoHttp, wire => wire.SendAsync($"HTTP/1.1 200 OK\r\nX-Filler: {new string('x', 10_000_000)}\r\n")),
        Fault.Lasting("headers without end", NoHttp, async wire =>
        {
            await wire.SendRawAsync("HTTP/1.1 200 OK\r\n"u8.ToArray());
            await wire.RepeatAsync("X-Filler: and so on\r\n"u8.ToArray());
        }),
        Fault.Lasting("a status line without end", NoHttp, async wire =>
        {
            await wire.SendRawAsync("HTTP/1.1 200 "u8.ToArray());
            await wire.RepeatAsync(Encoding.ASCII.GetBytes(new string('O', 4096)));
        }),
    ];

    /// <summary>Packed once, and then a thousand times one behind the other, as gzip allows.</summary>
    private static byte[] Bomb()
    {
        var member = Wire.Packed(new byte[1 << 20]);
        return [.. Enumerable.Repeat(member, 1024).SelectMany(bytes => bytes)];
    }
}
