using System.IO.Compression;
using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

/// <summary>Images and inputs for the tests, without a disk.</summary>
internal static class Inputs
{
    public static readonly ImageScope Project = new("prod", "cn-north-4", "p1");
    public static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    public static readonly SnapshotHeader Header = new(Noon, "imsaudit 0.1.0");

    public static Image Image(string id, string more = "", ImageScope? scope = null, params ImageCategory[] categories)
    {
        var json = Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\"{(more.Length == 0 ? "" : "," + more)}}}");
        return new Image(scope ?? Project, CategorySet.Of(categories.Length == 0 ? [ImageCategory.Private] : categories), id, json);
    }

    public static Listing Listing(bool complete = true, ImageScope? scope = null, ImageCategory category = ImageCategory.Private) => new()
    {
        Scope = scope ?? Project,
        Category = category,
        Query = "owner=p1",
        Pages = 1,
        Images = 1,
        Complete = complete,
        Error = complete ? null : "Page 2 answered 500.",
    };

    /// <param name="listings">Without any, those that would have brought the images.</param>
    public static async Task<byte[]> Snapshot(IReadOnlyCollection<Image> images, Completeness completeness = Completeness.Complete, params Listing[] listings)
    {
        var bytes = new MemoryStream();
        using var writer = new SnapshotWriter(bytes, Header);
        foreach (var image in images) await writer.WriteAsync(image, default);
        await writer.EndAsync(completeness, listings.Length == 0 ? ListingsOf(images) : listings, default);
        return bytes.ToArray();
    }

    private static Listing[] ListingsOf(IReadOnlyCollection<Image> images) => images.Count == 0 ? [Listing() with { Images = 0 }] :
    [
        .. images.SelectMany(image => image.Categories.Select(category => (image.Scope, category))).CountBy(place => place)
            .Select(place => Listing(scope: place.Key.Scope, category: place.Key.category) with { Images = place.Value }),
    ];

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    public static Task<FileInventory> Open(params string[] inputs) => Open(ImageScope.Unknown, inputs);

    public static Task<FileInventory> Open(ImageScope given, params string[] inputs) => Open(given, [.. inputs.Select(Encoding.UTF8.GetBytes)]);

    public static Task<FileInventory> Open(params byte[][] inputs) => Open(ImageScope.Unknown, inputs);

    public static async Task<FileInventory> Open(ImageScope given, params byte[][] inputs)
    {
        var files = new List<InputFile>();
        foreach (var input in inputs)
            files.Add(await InputFile.SniffAsync($"{(char)('a' + files.Count)}.json", () => new MemoryStream(input), default));
        return await InventoryFiles.OpenAsync(files, given, [], default);
    }

    public static async Task<FileInventory> OpenInChunks(byte[] input, int most) =>
        await InventoryFiles.OpenAsync([await InputFile.SniffAsync("a.json", () => new ChunkedStream(input, most), default)], ImageScope.Unknown, [], default);

    public static async Task<List<Image>> Images(this IInventory inventory)
    {
        var images = new List<Image>();
        await foreach (var image in inventory.ReadAsync(default)) images.Add(image);
        return images;
    }

    public static async Task<List<string>> Ids(this IInventory inventory) => [.. (await inventory.Images()).Select(image => image.Id)];

    public static string Text(this Image image) => Encoding.UTF8.GetString(image.Json.Span);

    /// <summary>All that makes an image, to be compared.</summary>
    public static string Whole(Image image) => $"{image.Scope.Cloud}|{image.Scope.Region}|{image.Scope.Project}|{image.Categories}|{image.Id}|{image.Text()}";
}
