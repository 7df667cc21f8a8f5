using System.Web;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>A few images of the project <c>gamma</c>, which nobody else uses, to be deleted while they are collected.</summary>
internal sealed class ShrinkingEstate : IAsyncDisposable
{
    private readonly OpenStackClient _carol;
    private readonly HashSet<string> _left = [];

    private ShrinkingEstate(OpenStackClient carol) => _carol = carol;

    /// <summary>What was not deleted.</summary>
    public IReadOnlyCollection<string> Left => _left;

    public static async Task<ShrinkingEstate> MakeAsync(Cloud cloud, int images)
    {
        var estate = new ShrinkingEstate(await OpenStackClient.SignInAsync(cloud, cloud.Ims, "carol", "gamma"));
        for (var number = 0; number < images; number++)
            estate._left.Add(await estate._carol.CreateAsync(EstateImages.Ims("private", number)));
        return estate;
    }

    public async Task DeleteAsync(string id)
    {
        await _carol.DeleteAsync(id);
        _left.Remove(id);
    }

    /// <summary>Deletes every image of the first page of the listing that <paramref name="url"/> asks a later page of.</summary>
    public async Task DeleteFirstPageAsync(Uri url)
    {
        var query = HttpUtility.ParseQueryString(url.Query);
        query.Remove("marker");
        var page = await _carol.GetAsync($"{url.AbsolutePath}?{query}");
        foreach (var image in page["images"]!.AsArray()) await DeleteAsync((string)image!["id"]!);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in _left.ToList()) await DeleteAsync(id);
        _carol.Dispose();
    }
}
