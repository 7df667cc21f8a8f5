using System.Text.Json;
using CsCheck;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.PolicyTests;

namespace ImsAudit.Tests.Naive;

/// <summary>The same images, lists and tables for both evaluators.</summary>
internal static class NaiveWorlds
{
    public static readonly DateTimeOffset AsOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Keys = """["a", "x", 5, true, "private"]""";

    private static readonly (string Like, string? EndOfLife)[] Rows =
        [("CentOS*", "2030-01-01"), ("CentOS 7*", "2024-06-30"), ("Edge*", "2026-01-01"), ("Soon*", "2026-01-31"), ("Never*", null), ("x", "2020-01-01")];

    public static IReadOnlyList<PolicyFile> References { get; } =
    [
        File("keys.list.json", $$"""{ "id": "keys", "values": {{Keys}} }"""),
        File("none.list.json", """{ "id": "none", "values": [] }"""),
        File("os.table.json", $$"""{ "id": "os", "rows": [{{string.Join(',', Rows.Select(row => $"{{\"like\":\"{row.Like}\"{(row.EndOfLife is null ? "" : $",\"endOfLife\":\"{row.EndOfLife}\"")}}}"))}}] }"""),
    ];

    public static PolicyFile File(string name, string json) => new(name, PolicyFile.KindOf(name)!.Value, System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>Some hundreds of images that differ.</summary>
    public static Gen<Image[]> Images(int count) => AnyImage.ByIndex.Array[count].Select(images => images.Select((image, index) => image(index)).ToArray());

    public static CaseInventory InventoryOf(IReadOnlyList<Image> images, bool complete) =>
        new(images, new ScannedProjects(AnyImage.Scanned), complete ? CategorySet.Empty : CategorySet.Of(ImageCategory.Market));

    public static NaiveWorld Of(IEnumerable<Image> images, bool complete) => new(
        [.. images.Select(image => new NaiveImage(image, AnyImage.Scanned))],
        MayMiss: !complete,
        AsOf,
        new Dictionary<string, JsonElement> { ["keys"] = JsonDocument.Parse(Keys).RootElement, ["none"] = JsonDocument.Parse("[]").RootElement },
        new Dictionary<string, (string, DateTimeOffset?)[]>
        {
            ["os"] = [.. Rows.Select(row => (row.Like, row.EndOfLife is null ? default(DateTimeOffset?) : DateTimeOffset.Parse(row.EndOfLife + "Z", System.Globalization.CultureInfo.InvariantCulture)))],
        });
}
