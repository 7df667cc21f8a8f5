using System.Globalization;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>What is collected equals what was put in.</summary>
[Collection(RealServers.Name)]
public sealed class CollectionTests(RealGlanceFixture real) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealGlanceTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(1000)]
    public async Task Estate_is_collected_whole_at_every_page_size(int pageSize)
    {
        var snapshot = await CollectAsync("ims-1", "--page-size", pageSize.ToString(CultureInfo.InvariantCulture));

        snapshot.Complete.ShouldBeTrue();
        snapshot.ShouldHoldExactly(real.Ims);
    }

    [RealGlanceFact]
    public async Task Every_listing_says_how_many_images_came()
    {
        var snapshot = await CollectAsync("ims-1");

        var all = real.Ims.Visible.Values.CountBy(category => category).ToDictionary();
        foreach (var (category, count) in all.Where(category => !category.Key.StartsWith("shared", StringComparison.Ordinal)))
            ((long)snapshot.Listing(category)["images"]!).ShouldBe(count, category);
        snapshot.End["listings"]!.AsArray().ShouldAllBe(listing => (bool)listing!["complete"]! && listing["error"] == null);
    }

    /// <summary>100 own images at 25 a page: the fourth page is full and names a next one, which is empty.</summary>
    [RealGlanceFact]
    public async Task Last_page_that_is_exactly_full_ends_the_listing()
    {
        var snapshot = await CollectAsync("ims-1", "--page-size", "25", "--category", "private");

        snapshot.ShouldHoldExactly(real.Ims, "private");
        ((long)snapshot.Listing("private")["images"]!).ShouldBe(100);
        ((bool)snapshot.Listing("private")["complete"]!).ShouldBeTrue();
    }

    [RealGlanceFact]
    public async Task Own_images_that_are_shared_out_are_private_only()
    {
        var snapshot = await CollectAsync("ims-1");

        var alpha = real.Cloud.Project("alpha");
        var sharedOut = snapshot.Lines.Where(line => (string)line["image"]!["owner"]! == alpha && (string)line["image"]!["visibility"]! == "shared").ToList();
        sharedOut.Count.ShouldBe(8);
        sharedOut.Select(SnapshotFile.Categories).ShouldAllBe(categories => categories == "private");
    }

    [RealGlanceFact]
    public async Task Scope_names_region_and_project_but_public_and_market_images_belong_to_the_endpoint()
    {
        var snapshot = await CollectAsync("ims-1");

        foreach (var line in snapshot.Lines)
        {
            var ofEndpoint = SnapshotFile.Categories(line) is "public" or "market";
            ((string?)line["scope"]!["region"]).ShouldBe("ims-1");
            ((string?)line["scope"]!["project"]).ShouldBe(ofEndpoint ? null : real.Cloud.Project("alpha"));
        }
    }

    [RealGlanceFact]
    public async Task Plain_OpenStack_without_imagetype_is_noticed_and_collected_whole()
    {
        var snapshot = await CollectAsync("plain-1", "--page-size", "7");

        snapshot.Complete.ShouldBeTrue();
        snapshot.ShouldHoldExactly(real.Plain);
    }

    [RealGlanceTheory]
    [InlineData("auto")]
    [InlineData("glance")]
    public async Task Hidden_images_are_collected_in_listings_of_their_own(string api)
    {
        var snapshot = await CollectAsync("plain-1", "--api", api);

        var hidden = real.Plain.Images.Where(image => image.Sent.ContainsKey("os_hidden")).ToList();
        snapshot.Ids.ShouldBeSubsetOf(real.Plain.Visible.Keys);
        hidden.Select(image => image.Id).Except(snapshot.Ids).ShouldBeEmpty("hidden images that were not collected");
        foreach (var (category, images) in hidden.GroupBy(image => image.Category!).Select(group => (group.Key, group.Count())))
            ((long)snapshot.Listing(category, hidden: true)["images"]!).ShouldBe(images, category);
    }

    [RealGlanceFact]
    public async Task Plain_OpenStack_is_collected_whole_when_told_so()
    {
        var snapshot = await CollectAsync("plain-1", "--api", "glance");

        snapshot.Complete.ShouldBeTrue();
        snapshot.ShouldHoldExactly(real.Plain);
    }

    /// <summary>A real Glance takes <c>created_at=lt:</c>, so that a long listing can be walked in several places at once.</summary>
    [RealGlanceTheory]
    [InlineData("ims")]
    [InlineData("glance")]
    public async Task Long_listing_is_walked_in_stretches_and_nothing_is_lost(string api)
    {
        var snapshot = await CollectAsync("ims-1", "--api", api, "--page-size", "1", "--concurrency", "8", "--category", "private");

        snapshot.ShouldHoldExactly(real.Ims, "private");
        ((string?)snapshot.Listing("private")["notes"]?[0]).ShouldNotBeNull().ShouldStartWith("Walked in ");
    }

    [RealGlanceFact]
    public async Task Gzipped_snapshot_holds_the_same_lines()
    {
        (await RunAsync("ims-1", "collect", "-o", _folder["s.ndjson.gz"])).ShouldExit(0);

        await using (var packed = new System.IO.Compression.GZipStream(File.OpenRead(_folder["s.ndjson.gz"]), System.IO.Compression.CompressionMode.Decompress))
        await using (var plain = File.Create(_folder["unpacked"]))
            await packed.CopyToAsync(plain);
        SnapshotFile.Read(_folder["unpacked"]).ShouldHoldExactly(real.Ims);
    }

    private async Task<SnapshotFile> CollectAsync(string region, params string[] options)
    {
        (await RunAsync(region, ["collect", "-o", _folder["s.ndjson"], "--rate", "1000", .. options])).ShouldExit(0);
        File.Exists(_folder["s.ndjson.partial"]).ShouldBeFalse();
        return SnapshotFile.Read(_folder["s.ndjson"]);
    }

    private Task<ImsAuditRun> RunAsync(string region, params string[] arguments) =>
        ImsAuditProcess.RunAsync(arguments, real.Cloud.SignIn("alice", "alpha", region), workingFolder: _folder.Path);
}
