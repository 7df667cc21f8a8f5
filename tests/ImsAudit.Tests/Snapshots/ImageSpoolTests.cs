using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

public sealed class ImageSpoolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("imsaudit-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public async Task Spool_gives_every_image_once_whatever_stays_in_memory(int inMemory)
    {
        using var spool = new ImageSpool(new ScannedProjects(Inputs.Project), _folder.FullName, inMemory);
        for (var i = 0; i < 300; i++) Add(spool, Inputs.Project, ImageCategory.SharedPending, $"{i}", "p9");
        for (var i = 0; i < 300; i += 2) Add(spool, Inputs.Project, ImageCategory.SharedAccepted, $"{i}", "p9");
        spool.Count.ShouldBe(300);
        var images = await Read(spool);
        images.Select(image => image.Id).ShouldBe(Enumerable.Range(0, 300).Select(i => $"{i}"));
        images.ShouldAllBe(image => image.Text() == $"{{\"id\":\"{image.Id}\"}}");
        images.Select(image => image.Categories.Count).Distinct().ShouldBe([2, 1]);
        (await Read(spool)).Select(Inputs.Whole).ShouldBe(images.Select(Inputs.Whole));
    }

    [Fact]
    public async Task Spool_makes_own_images_private_whatever_listing_returned_them()
    {
        using var spool = new ImageSpool(new ScannedProjects(Inputs.Project, Inputs.Project with { Project = "p2" }));
        Add(spool, Inputs.Project, ImageCategory.SharedAccepted, "a", "p2");
        Add(spool, Inputs.Project with { Project = "p2" }, ImageCategory.Private, "a", "p2");
        Add(spool, Inputs.Project, ImageCategory.Public, "b", "p1");
        Add(spool, Inputs.Project, ImageCategory.Public, "c", "p9");
        (await Read(spool)).Select(image => $"{image.Id} {image.Scope.Project} {image.Categories}").ShouldBe(["a p2 private", "b p1 private", "c  public"]);
    }

    [Fact]
    public async Task Spool_takes_images_from_several_threads()
    {
        using var spool = new ImageSpool(ScannedProjects.None, _folder.FullName, inMemory: 500);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 250; i++) Add(spool, Inputs.Project, ImageCategories.All[thread], $"{i + (thread * 100)}", null);
        })));
        var images = await Read(spool);
        images.Where(image => !image.Categories.First.BelongsToEndpoint()).Count().ShouldBe(550);
        images.ShouldAllBe(image => image.Text().Contains($"\"{image.Id}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Spool_leaves_no_file_that_others_can_read()
    {
        using (var spool = new ImageSpool(ScannedProjects.None, _folder.FullName, inMemory: 0))
        {
            for (var i = 0; i < 10; i++) Add(spool, Inputs.Project, ImageCategory.Private, $"{i}", null);
            if (!OperatingSystem.IsWindows()) _folder.EnumerateFileSystemInfos().ShouldBeEmpty();
        }
        _folder.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Spool_puts_an_image_of_several_lines_on_one()
    {
        using var spool = new ImageSpool(ScannedProjects.None);
        spool.Add(Inputs.Project, ImageCategory.Private, new ImageHead("a", null, null, null), "{\n \"id\": \"a\"\n}"u8.ToArray());
        (await Read(spool))[0].Text().ShouldBe("""{"id":"a"}""");
    }

    [Fact]
    public void Spool_refuses_an_image_without_id()
    {
        using var spool = new ImageSpool(ScannedProjects.None);
        Should.Throw<ArgumentException>(() => Add(spool, Inputs.Project, ImageCategory.Private, "", null));
    }

    [Theory]
    [InlineData(Completeness.Complete, true)]
    [InlineData(Completeness.Incomplete, true, false)]
    [InlineData(Completeness.Incomplete)]
    public void Collection_is_complete_only_when_every_listing_is(Completeness expected, params bool[] listings)
    {
        using var inventory = new SpooledInventory(new ImageSpool(ScannedProjects.None), [.. listings.Select(complete => Inputs.Listing(complete))], ["a note"]);
        inventory.Completeness.ShouldBe(expected);
        inventory.Notes.ShouldBe(["a note"]);
    }

    private static void Add(ImageSpool spool, ImageScope scope, ImageCategory category, string id, string? owner) =>
        spool.Add(scope, category, new ImageHead(id, owner, null, null), System.Text.Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\"}}"));

    private static async Task<List<Image>> Read(ImageSpool spool)
    {
        var images = new List<Image>();
        await foreach (var image in spool.ReadAsync(default)) images.Add(image);
        return images;
    }
}
