using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>The server throttles, fails, or answers with what is no list of images.</summary>
internal static class StatusFaults
{
    private const string Throttled = "the server answered 429";

    public static IEnumerable<Fault> All =>
    [
        Fault.Passing("429", Throttled, wire => wire.AnswerAsync("", "", 429)),
        Fault.Passing("429 with Retry-After: 7", Throttled, wire => wire.AnswerAsync("", "Retry-After: 7\r\n", 429)),
        Fault.Passing("429 with Retry-After: 0", Throttled, wire => wire.AnswerAsync("", "Retry-After: 0\r\n", 429)),
        Fault.Passing("429 with Retry-After: -5", Throttled, wire => wire.AnswerAsync("", "Retry-After: -5\r\n", 429)),
        Fault.Passing("429 with Retry-After: soon", Throttled, wire => wire.AnswerAsync("", "Retry-After: soon\r\n", 429)),
        Fault.Passing("429 with a Retry-After that no number holds", Throttled, wire => wire.AnswerAsync("", "Retry-After: 99999999999999999999\r\n", 429)),
        Fault.Lasting("429 with a Retry-After of 63 years", "Give more with --timeout", wire => wire.AnswerAsync("", "Retry-After: 2000000000\r\n", 429)),
        Fault.Passing("429 with a date 17 seconds ahead", Throttled, wire => wire.AnswerAsync("", $"Retry-After: {wire.World.Clock.GetUtcNow().AddSeconds(17):R}\r\n", 429)),
        Fault.Passing("429 with a date of last year", Throttled, wire => wire.AnswerAsync("", $"Retry-After: {wire.World.Clock.GetUtcNow().AddYears(-1):R}\r\n", 429)),
        Fault.Lasting("429 with a date in 8,000 years", "Give more with --timeout", wire => wire.AnswerAsync("", "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n", 429)),
        Fault.Passing("500 with a page of HTML", "the server answered 500", wire => wire.AnswerAsync("<html>oops</html>", "Content-Type: text/html\r\n", 500)),
        Fault.Passing("502 with binary garbage", "the server answered 502", wire => wire.AnswerAsync([0, 255, 128, 13, 10, 0], Wire.Json, 502)),
        Fault.Passing("503 with an empty body", "the server answered 503", wire => wire.AnswerAsync("", "", 503)),
        Fault.Passing("504 that says application/json and is 100,000 deep", "the server answered 504", wire => wire.AnswerAsync(new string('[', 100_000), Wire.Json, 504)),
        Fault.Passing("503 whose body never ends", "the server answered 503", async wire =>
        {
            await wire.SendAsync($"HTTP/1.1 503 Busy\r\n{Wire.Json}");
            await wire.RepeatAsync(Encoding.ASCII.GetBytes(new string('x', 4096)));
        }),
        Fault.Lasting("204", "the server answered 204", wire => wire.SendAsync("HTTP/1.1 204 Nothing\r\n")),
        Fault.Lasting("206", "the server answered 206", wire => wire.AnswerAsync(wire.Page, Wire.Json, 206)),
        Fault.Lasting("418 with 100,000-deep JSON", "the server answered 418", wire => wire.AnswerAsync(string.Concat(Enumerable.Repeat("{\"error\":", 100_000)), Wire.Json, 418)),
        Fault.Lasting("418 with a message of 60,000 characters", "the server answered 418", wire => wire.AnswerAsync("{\"error\":{\"code\":\"x\",\"message\":\"" + new string('m', 60_000) + "\"}}", Wire.Json, 418)),
    ];
}
