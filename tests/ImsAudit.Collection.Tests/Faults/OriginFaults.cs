using System.Text.RegularExpressions;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>The server points somewhere else, where credentials must not follow.</summary>
internal static partial class OriginFaults
{
    private const string OtherServer = "points to another server, where nothing is sent";

    public static IEnumerable<Fault> All =>
    [
        Fault.Lasting("\"next\" at another server", OtherServer, wire => Next(wire, $"{wire.World.Elsewhere}v2/images?marker=a")),
        Fault.Lasting("\"next\" at another server without a scheme", OtherServer, wire => Next(wire, $"//{wire.World.Elsewhere.Authority}/v2/images?marker=a")),
        Fault.Lasting("\"next\" at another server behind backslashes", "names a \"next\" page that is no address", wire => Next(wire, $"\\\\\\\\{wire.World.Elsewhere.Authority}/v2/images?marker=a")),
        Fault.Lasting("\"next\" at another server behind a user name", OtherServer, wire => Next(wire, $"http://127.0.0.1@{wire.World.Elsewhere.Authority}/v2/images?marker=a")),
        Fault.Lasting("\"next\" with another scheme", OtherServer, wire => Next(wire, "file:///v2/images?marker=a")),
        Fault.Lasting("\"next\" at another path", "points to another path than the image list", wire => Next(wire, "/v2/../v3/auth/tokens?marker=a")),
        Fault.Lasting("\"next\" with a line break", "carries no marker", wire => Next(wire, "/v2/images?x\\r\\nHost: elsewhere")),
        Fault.Lasting("301 to another server", "the server answered 301 and points to", wire => Redirect(wire, 301, wire.World.Elsewhere)),
        Fault.Lasting("302 to another server", "the server answered 302 and points to", wire => Redirect(wire, 302, wire.World.Elsewhere)),
        Fault.Lasting("303 to another server", "the server answered 303 and points to", wire => Redirect(wire, 303, wire.World.Elsewhere)),
        Fault.Lasting("307 to another server", "the server answered 307 and points to", wire => Redirect(wire, 307, wire.World.Elsewhere)),
        Fault.Lasting("308 to another server", "the server answered 308 and points to", wire => Redirect(wire, 308, wire.World.Elsewhere)),
        Fault.Lasting("302 to itself", "the server answered 302 and points to", wire => wire.AnswerAsync("", "Location: /v2/images?limit=2\r\n", 302)),
        Fault.Lasting("302 to no address", "the server answered 302", wire => wire.AnswerAsync("", "Location: http://[\r\n", 302)),
        Fault.Lasting("300 with two Locations", "the server answered 300", wire => wire.AnswerAsync("", $"Location: {wire.World.Elsewhere}\r\nLocation: {wire.World.Elsewhere}\r\n", 300)),
        Fault.Lasting("Refresh and Link headers, and a cookie, beside a 418", "the server answered 418", wire => wire.AnswerAsync("", $"Refresh: 0; url={wire.World.Elsewhere}\r\nLink: <{wire.World.Elsewhere}>; rel=next\r\nSet-Cookie: a=b\r\n", 418)),
        Fault.Lasting("407 that asks for a proxy's password", "the server answered 407", wire => wire.AnswerAsync("", "Proxy-Authenticate: Basic realm=x\r\n", 407)),
        Fault.Harmless("Link header to another server beside the page", wire => wire.AnswerAsync(wire.Page, $"{Wire.Json}Link: <{wire.World.Elsewhere}>; rel=next\r\nAlt-Svc: h2=\"{wire.World.Elsewhere.Authority}\"\r\n")),
    ];

    private static Task Next(Wire wire, string next) => wire.AnswerAsync(NextMember().Replace(wire.Text, _ => $"\"next\":\"{next}\"", 1));

    private static Task Redirect(Wire wire, int status, Uri elsewhere) => wire.AnswerAsync("", $"Location: {elsewhere}v2/images\r\n", status);

    [GeneratedRegex("\"next\"\\s*:\\s*\"[^\"]*\"")]
    private static partial Regex NextMember();
}
