using System.Security.Cryptography;
using System.Text;

namespace ImsAudit.Cli.Tests.Doubles;

/// <summary>A snapshot of private images, as a collection would have written it.</summary>
internal static class SnapshotText
{
    private const string Scope = """{"cloud":"prod","region":"r1","project":"p1"}""";

    public static string Of(params string[] images) => Write(images, """ "complete":true,"error":null """);

    /// <summary>One whose listing broke off behind these images.</summary>
    public static string Broken(params string[] images) => Write(images, """ "complete":false,"error":"Page 2 answered 503." """);

    private static string Write(string[] images, string end)
    {
        var lines = string.Concat(images.Select(image => $$"""{"scope":{{Scope}},"categories":["private"],"image":{{image}}}""" + "\n"));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
        var listing = $$"""{"scope":{{Scope}},"category":"private","query":"owner=p1","pages":1,"images":{{images.Length}},{{end}},"startedAt":"2026-03-01T00:00:00Z","finishedAt":"2026-03-01T00:00:00Z"}""";
        var complete = end.Contains("\"complete\":true", StringComparison.Ordinal) ? "true" : "false";
        return $$"""{"imsaudit":"snapshot/1","createdAt":"2026-03-01T00:00:00Z","tool":"imsaudit 0"}""" + "\n" + lines
            + $$"""{"end":true,"complete":{{complete}},"images":{{images.Length}},"listings":[{{listing}}],"sha256":"{{hash}}"}""" + "\n";
    }
}
