using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

/// <summary>A collection that was interrupted anywhere goes on with the listings that ended, and with nothing else.</summary>
public sealed class CollectionJournalTests : IDisposable
{
    private static readonly CollectionPlan s_plan = new()
    {
        Targets = [new PlannedTarget(Inputs.Project, "https://ims.example/v2/images")],
        Categories = CategorySet.Of(ImageCategory.Private, ImageCategory.Public),
        Filters = ["status=active"],
        Api = "auto",
        ApiVersion = "Z",
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("imsaudit-test-");

    private string Partial => Path.Combine(_folder.FullName, "s.ndjson.partial");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Listings_that_ended_come_back_with_their_images_and_others_do_not()
    {
        Collect();

        using var spool = await ContinueAsync();

        (await Images(spool)).ShouldBe(["a private {\"id\":\"a\",\"__imagetype\":\"private\"}", "b private {\"id\":\"b\"}"]);
        var ended = spool.Ended.ShouldHaveSingleItem();
        (ended.Listing.Category, ended.Listing.Images, ended.Typed, ended.Untyped).ShouldBe((ImageCategory.Private, 2L, 1L, 1L));
    }

    [Fact]
    public async Task What_goes_on_is_appended_and_can_be_gone_on_with_again()
    {
        Collect();
        using (var spool = await ContinueAsync())
        {
            var listing = spool.Begin(Inputs.Project.OfEndpoint, ImageCategory.Public);
            listing.Number.ShouldBe(3, "the listing that had not ended keeps its number");
            Add(spool, listing, "p");
            Add(spool, listing, "b");
            spool.End(listing, Public(2));
            (await Images(spool)).Select(image => image[..9]).ShouldBe(["a private", "b private", "p public ", "b public "]);
        }

        using var again = await ContinueAsync();

        (await Images(again)).Select(image => image[..9]).ShouldBe(["a private", "b private", "p public ", "b public "]);
        again.Ended.Select(ended => ended.Listing.Category).ShouldBe([ImageCategory.Private, ImageCategory.Public]);
    }

    [Fact]
    public async Task Image_of_several_listings_is_one_with_the_categories_of_those_that_ended()
    {
        var endpoint = Inputs.Project.OfEndpoint;
        using (var spool = Begin())
        {
            var (open, @public, market) = (spool.Begin(endpoint, ImageCategory.Public), spool.Begin(endpoint, ImageCategory.Public), spool.Begin(endpoint, ImageCategory.Market));
            foreach (var listing in new[] { open, @public, market }) Add(spool, listing, "x");
            spool.End(market, Public(1) with { Category = ImageCategory.Market });
            spool.End(@public, Public(1));
        }

        using var again = await ContinueAsync();

        (await Images(again)).ShouldHaveSingleItem().ShouldStartWith("x public, market");
    }

    [Fact]
    public async Task Journal_cut_at_any_byte_keeps_what_ended_before_and_nothing_twice()
    {
        Collect();
        var whole = File.ReadAllBytes(Partial);
        var text = Encoding.UTF8.GetString(whole);
        var (plan, ended) = (LineEnd(text, "{\"collection\""), LineEnd(text, "{\"ended\""));
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(Partial, whole[..length]);
            if (length < plan)
            {
                await Should.ThrowAsync<InputFileException>(() => InterruptedJournal.OpenAsync(Partial, "p", default), $"cut at {length}");
                continue;
            }
            using var spool = await ContinueAsync();
            spool.Count.ShouldBe(length < ended ? 0 : 2, $"cut at {length}");
            spool.Ended.Count.ShouldBe(length < ended ? 0 : 1, $"cut at {length}");
        }
    }

    [Fact]
    public async Task Journal_with_any_byte_altered_never_gives_an_altered_image()
    {
        Collect();
        var whole = File.ReadAllBytes(Partial);
        for (var at = 0; at < whole.Length; at++)
        {
            var altered = (byte[])whole.Clone();
            altered[at] ^= 1;
            File.WriteAllBytes(Partial, altered);
            try
            {
                using var spool = await ContinueAsync();
                if (spool.Count > 0) (await Images(spool)).Count.ShouldBe(2, $"altered at {at}");
                foreach (var image in await Images(spool)) image.ShouldBeOneOf("a private {\"id\":\"a\",\"__imagetype\":\"private\"}", "b private {\"id\":\"b\"}");
            }
            catch (InputFileException)
            {
                // The first two lines are needed.
            }
        }
    }

    [Fact]
    public async Task Listing_that_failed_is_to_be_asked_again()
    {
        using (var spool = Begin())
        {
            var listing = spool.Begin(Inputs.Project, ImageCategory.Private);
            Add(spool, listing, "a");
            spool.End(listing, Inputs.Listing(complete: false));
        }

        using var again = await ContinueAsync();

        again.Ended.ShouldBeEmpty();
        again.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Many_images_are_read_from_the_file_and_from_memory()
    {
        using var spool = Begin();
        var listing = spool.Begin(Inputs.Project, ImageCategory.Private);
        var padding = new string('x', 1000);
        for (var i = 0; i < 700; i++) Add(spool, listing, $"id-{i}", $",\"n\":\"{padding}{i}\"");

        var images = await Images(spool);

        images.Count.ShouldBe(700);
        for (var i = 0; i < 700; i++) images[i].ShouldEndWith($"{i}\"}}");
    }

    [Fact]
    public async Task Partial_file_reads_as_an_incomplete_snapshot_that_can_be_gone_on_with()
    {
        Collect();

        using var inventory = await InventoryFiles.OpenAsync([Partial], new FromOptions(ImageScope.Unknown, Stream.Null, _folder.FullName), default);

        inventory.Completeness.ShouldBe(Completeness.Incomplete);
        inventory.Notes[0].ShouldContain("it was never finished (\"imsaudit collect --resume\" goes on with an interrupted collection)");
        (await inventory.Ids()).ShouldBe(["a", "unfinished", "b"]);
    }

    [Fact]
    public async Task Plan_comes_back_as_it_was()
    {
        Collect();
        using var interrupted = await InterruptedJournal.OpenAsync(Partial, "p", default);

        interrupted.Plan.DifferencesTo(s_plan).ShouldBeEmpty();
        interrupted.Finished.ShouldBe(1);
    }

    [Fact]
    public void Differences_of_plans_are_named()
    {
        var other = new PlannedTarget(Inputs.Project with { Project = "p2" }, "https://ims.example/v2/images");

        s_plan.DifferencesTo(s_plan with { Categories = CategorySet.Of(ImageCategory.Private), Filters = [], Api = "ims", ApiVersion = null }).ShouldBe(
        [
            "--category was private, public, and is private now.",
            "--filter was status=active, and is not given now.",
            "--api was auto, and is ims now.",
            "--api-version was Z, and is not given now.",
        ]);
        s_plan.DifferencesTo(s_plan with { Targets = [other] }).ShouldBe(
        [
            "prod/cn-north-4/p1 at https://ims.example/v2/images was collected from, and is not now.",
            "prod/cn-north-4/p2 at https://ims.example/v2/images was not collected from, and is now.",
        ]);
        var withoutEndpoint = new PlannedTarget(Inputs.Project with { Project = null }, null);
        (s_plan with { Targets = [withoutEndpoint] }).DifferencesTo(s_plan).ShouldBeEmpty();
        (s_plan with { Targets = [other, withoutEndpoint] }).DifferencesTo(s_plan with { Targets = [other, withoutEndpoint] }).ShouldBeEmpty();
        s_plan.DifferencesTo(s_plan with { Targets = [withoutEndpoint] }).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"imsaudit\":\"snapshot/1\"}\n{\"scope\":{},\"categories\":[\"private\"],\"image\":{\"id\":\"a\"}}\n")]
    [InlineData("no json\n\u0000\n")]
    public async Task Other_files_cannot_be_gone_on_with_and_stay_as_they_are(string content)
    {
        File.WriteAllText(Partial, content);

        (await Should.ThrowAsync<InputFileException>(() => InterruptedJournal.OpenAsync(Partial, "s.partial", default))).Message.ShouldStartWith("s.partial: It holds no collection");

        File.ReadAllText(Partial).ShouldBe(content);
    }

    [Fact]
    public async Task File_that_another_run_is_writing_is_refused()
    {
        using var spool = Begin();

        (await Should.ThrowAsync<InputFileException>(() => InterruptedJournal.OpenAsync(Partial, "s.partial", default))).Message.ShouldContain("another process");
    }

    /// <summary>One listing that ended, and one that did not.</summary>
    private void Collect()
    {
        using var spool = Begin();
        var ended = spool.Begin(Inputs.Project, ImageCategory.Private);
        var unfinished = spool.Begin(Inputs.Project.OfEndpoint, ImageCategory.Public);
        Add(spool, ended, "a", ",\"__imagetype\":\"private\"");
        Add(spool, unfinished, "unfinished");
        Add(spool, ended, "b");
        spool.End(ended, Inputs.Listing() with { Images = 2 });
        Add(spool, unfinished, "lost");
    }

    private ImageSpool Begin() => new(new ScannedProjects(Inputs.Project), CollectionJournal.Begin(Partial, Inputs.Header, s_plan));

    private async Task<ImageSpool> ContinueAsync()
    {
        using var interrupted = await InterruptedJournal.OpenAsync(Partial, "p", default);
        return await interrupted.ContinueAsync(new ScannedProjects(Inputs.Project), default);
    }

    private static Listing Public(long images) => Inputs.Listing(scope: Inputs.Project.OfEndpoint, category: ImageCategory.Public) with { Images = images };

    private static void Add(ImageSpool spool, SpoolListing listing, string id, string more = "")
    {
        var json = Encoding.UTF8.GetBytes($"{{\"id\":\"{id}\"{more}}}");
        spool.Add(listing, ImageHead.Read(json), json);
    }

    private static async Task<List<string>> Images(ImageSpool spool)
    {
        var images = new List<string>();
        await foreach (var image in spool.ReadAsync(default)) images.Add($"{image.Id} {image.Categories} {image.Text()}");
        return images;
    }

    private static int LineEnd(string text, string start) => text.IndexOf('\n', text.IndexOf(start, StringComparison.Ordinal)) + 1;
}
