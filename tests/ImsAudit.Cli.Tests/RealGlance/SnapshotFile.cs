using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>A snapshot as the contract describes it, read without the product's code, so that both cannot err alike.</summary>
public sealed class SnapshotFile
{
    private SnapshotFile(JsonNode head, IReadOnlyList<JsonNode> lines, JsonNode end) => (Head, Lines, End) = (head, lines, end);

    public JsonNode Head { get; }

    /// <summary>The image lines: <c>scope</c>, <c>categories</c>, <c>image</c>.</summary>
    public IReadOnlyList<JsonNode> Lines { get; }

    public JsonNode End { get; }

    public bool Complete => (bool)End["complete"]!;

    public IReadOnlyList<string> Ids => [.. Lines.Select(Id)];

    public JsonNode Line(string id) => Lines.Single(line => Id(line) == id);

    /// <summary>The listing of a category; the one of its hidden images only when they are asked for.</summary>
    public JsonNode Listing(string category, bool hidden = false) => End["listings"]!.AsArray()
        .Single(listing => (string)listing!["category"]! == category && ((string)listing["query"]!).Contains("os_hidden=true") == hidden)!;

    public static string Id(JsonNode line) => (string)line["image"]!["id"]!;

    public static string Categories(JsonNode line) => string.Join(',', line["categories"]!.AsArray().Select(name => (string)name!));

    /// <summary>Reads it and checks what must hold of every snapshot: its first and last line, count, hash, one line an image.</summary>
    public static SnapshotFile Read(string path)
    {
        File.Exists(path).ShouldBeTrue($"{path} was not written.");
        var text = File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        text.ShouldEndWith("\n");
        var lines = text[..^1].Split('\n');
        var snapshot = new SnapshotFile(Parse(lines[0]), [.. lines[1..^1].Select(Parse)], Parse(lines[^1]));
        ((string)snapshot.Head["imsaudit"]!).ShouldBe("snapshot/1");
        ((bool)snapshot.End["end"]!).ShouldBeTrue();
        ((long)snapshot.End["images"]!).ShouldBe(snapshot.Lines.Count);
        ((string)snapshot.End["sha256"]!).ShouldBe(Sha256(lines[1..^1]));
        snapshot.Ids.ShouldBeUnique();
        return snapshot;
    }

    private static JsonNode Parse(string line) => JsonNode.Parse(line)!;

    private static string Sha256(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
}
