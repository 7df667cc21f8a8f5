using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>What comes is whole, but is no page of images.</summary>
internal static class BodyFaults
{
    private const string NoJson = "is not valid JSON, or was cut short";

    private static readonly string s_gzip = Wire.Json + "Content-Encoding: gzip\r\n";

    public static IEnumerable<Fault> All =>
    [
        Fault.Lasting("empty body", NoJson, wire => wire.AnswerAsync("")),
        Fault.Lasting("binary garbage as JSON", "is not valid UTF-8", wire => wire.AnswerAsync([0, 1, 2, 255, 254, 128])),
        Fault.Lasting("page of HTML as JSON", NoJson, wire => wire.AnswerAsync("<!DOCTYPE html><title>Sign in</title>")),
        Fault.Lasting("page of HTML as such", "is text/html, not JSON", wire => wire.AnswerAsync("<!DOCTYPE html><title>Sign in</title>", "Content-Type: text/html\r\n")),
        Fault.Lasting("the right page as text/plain", "is text/plain, not JSON", wire => wire.AnswerAsync(wire.Page, "Content-Type: text/plain\r\n")),
        Fault.Harmless("byte order mark", wire => wire.AnswerAsync([0xEF, 0xBB, 0xBF, .. wire.Page])),
        Fault.Harmless("gzip that was asked for", wire => wire.AnswerAsync(Wire.Packed(wire.Page), s_gzip)),
        Fault.Lasting("UTF-16", "is not valid UTF-8", wire => wire.AnswerAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(wire.Text)])),
        Fault.Lasting("Latin-1", "is not valid UTF-8", wire => wire.AnswerAsync(Encoding.Latin1.GetBytes(wire.Text.Replace("\"images\"", "\"é\":1,\"images\"", StringComparison.Ordinal)))),
        Fault.Lasting("truncated gzip", NoJson, wire => wire.AnswerAsync(Wire.Packed(wire.Page)[..^100], s_gzip)),
        Fault.Lasting("gzip with a flipped bit", "", wire => wire.AnswerAsync(Flipped(Wire.Packed(wire.Page)), s_gzip)),
        Fault.Lasting("gzip by name only", "cannot be decompressed", wire => wire.AnswerAsync(wire.Page, s_gzip)),
        Fault.Lasting("a packing that was not asked for", "is packed as br", wire => wire.AnswerAsync(wire.Page, Wire.Json + "Content-Encoding: br\r\n")),
        Fault.Lasting("JSON 100,000 deep in place of the page", NoJson, wire => wire.AnswerAsync("{\"x\":" + new string('[', 100_000))),
        Fault.Lasting("JSON 100,000 deep in an image's field", NoJson, wire => wire.AnswerAsync("{\"images\":[{\"id\":\"a\",\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}]}")),
        Fault.Lasting("an image with two ids", "(number 1 of its page) with more than one \"id\"", wire => wire.AnswerAsync("{\"images\":[{\"id\":\"a\",\"id\":\"b\"}]}")),
        Fault.Lasting("\"images\" twice", "holds \"images\" twice", wire => wire.AnswerAsync($$"""{"images":[],{{wire.Text.TrimStart()[1..]}}""")),
        Fault.Lasting("\"next\" twice", "holds \"next\" twice", wire => wire.AnswerAsync($$"""{"next":null,"next":null,{{wire.Text.TrimStart()[1..]}}""")),
    ];

    private static byte[] Flipped(byte[] packed)
    {
        packed[packed.Length / 2] ^= 0x10;
        return packed;
    }
}
