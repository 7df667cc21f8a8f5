using System.Globalization;
using System.Web;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>Images that go away between two pages: the marker that the next page is asked with answers 400.</summary>
[Collection(RealServers.Name)]
public sealed class DeletedWhileWalkingTests(RealGlanceFixture real) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RealGlanceTheory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Marker_deleted_between_two_pages_loses_no_other_image(int pageSize)
    {
        await using var estate = await ShrinkingEstate.MakeAsync(real.Cloud, images: 10);

        var snapshot = await CollectAsync(pageSize, (_, marker) => estate.DeleteAsync(marker));

        snapshot.Complete.ShouldBeTrue();
        estate.Left.Count.ShouldBe(9);
        estate.Left.Except(snapshot.Ids).ShouldBeEmpty("images that are there and were not collected");
    }

    /// <summary>Nothing of the first page is left to go on from.</summary>
    [RealGlanceFact]
    public async Task Whole_page_deleted_before_the_next_loses_no_other_image()
    {
        await using var estate = await ShrinkingEstate.MakeAsync(real.Cloud, images: 10);

        var snapshot = await CollectAsync(pageSize: 3, (url, _) => estate.DeleteFirstPageAsync(url));

        snapshot.Complete.ShouldBeTrue();
        estate.Left.Count.ShouldBe(7);
        estate.Left.Except(snapshot.Ids).ShouldBeEmpty("images that are there and were not collected");
    }

    /// <summary>Collects while <paramref name="deleteAsync"/>, given the second page's URL and marker, changes the estate just before that page.</summary>
    private async Task<SnapshotFile> CollectAsync(int pageSize, Func<Uri, string, Task> deleteAsync)
    {
        var done = false;
        await using var proxy = new ForwardingProxy(real.Cloud.Ims, async url =>
        {
            if (done || HttpUtility.ParseQueryString(url.Query)["marker"] is not { } marker) return;
            done = true;
            await deleteAsync(url, marker);
        });
        string[] arguments = ["collect", "-o", _folder["s.ndjson"], "--endpoint", proxy.Address.AbsoluteUri, "--category", "private",
            "--page-size", pageSize.ToString(CultureInfo.InvariantCulture), "--rate", "1000"];
        var run = await ImsAuditProcess.RunAsync(arguments, real.Cloud.SignIn("carol", "gamma", "ims-1"), workingFolder: _folder.Path);
        run.ShouldExit(0);
        done.ShouldBeTrue("nothing was deleted: no second page was asked for");
        return SnapshotFile.Read(_folder["s.ndjson"]);
    }
}
