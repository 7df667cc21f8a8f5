using System.Globalization;
using ImsAudit.Collection;
using ImsAudit.Collection.Credentials;
using ImsAudit.Images;
using ImsAudit.Snapshots;

namespace ImsAudit.Benchmarks.Collecting;

/// <summary>ImsAudit's own collector, as <c>imsaudit collect</c> uses it: everything checked, and the images spooled.</summary>
internal static class OwnCollection
{
    private const double NoLimit = 999_999;

    public static async Task<Walked> CollectAsync(Uri endpoint, int pageSize, int concurrency)
    {
        var settings = new CollectionSettings
        {
            Categories = CategorySet.Of(ImageCategory.Private),
            Dialect = ApiDialect.Ims,
            PageSize = pageSize,
            Concurrency = concurrency,
            Rate = NoLimit,
        };
        var target = new CollectionTarget { Endpoint = endpoint.ToString(), Project = LumpyEstate.Project, Authentication = new NoAuthentication() };
        var environment = new CollectionEnvironment(TimeProvider.System, () => 0.5);
        using var collector = await ImageCollector.ConnectAsync([target], settings, environment, CancellationToken.None);
        using var spool = new ImageSpool(collector.Projects, Path.GetTempPath());
        var listing = (await collector.CollectAsync(spool, progress: null, CancellationToken.None)).Listings[0];
        return listing.Complete ? new Walked((int)spool.Count, listing.Pages, Stretches(listing.Notes)) : throw new InvalidOperationException(listing.Error);
    }

    private static int Stretches(IReadOnlyList<string> notes) =>
        notes.Count > 0 && notes[0].StartsWith("Walked in ", StringComparison.Ordinal) ? int.Parse(notes[0].Split(' ')[2], CultureInfo.InvariantCulture) : 1;
}
