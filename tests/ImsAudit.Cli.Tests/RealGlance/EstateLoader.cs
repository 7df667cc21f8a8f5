using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>
/// Fills one Glance as three parties do: the provider (<c>admin</c>), our project <c>alpha</c> (alice) and a neighbour
/// <c>beta</c> (bob), who share images with each other.
/// </summary>
internal sealed class EstateLoader : IDisposable
{
    private readonly Cloud _cloud;
    private readonly Estate _estate = new();
    private readonly OpenStackClient _admin;
    private readonly OpenStackClient _alice;
    private readonly OpenStackClient _bob;

    private EstateLoader(Cloud cloud, OpenStackClient admin, OpenStackClient alice, OpenStackClient bob)
    {
        _cloud = cloud;
        _admin = admin;
        _alice = alice;
        _bob = bob;
    }

    /// <summary>
    /// An estate with IMS's fields. 100 own, 75 public and 50 accepted images: at 25 a page their last page is exactly
    /// full; 21 market and 14 pending ones: at 7 a page theirs is.
    /// </summary>
    public static async Task<Estate> LoadImsAsync(Cloud cloud)
    {
        using var loader = await SignInAsync(cloud, cloud.Ims);
        await loader.LoadOwnAsync(EstateImages.Ims, ("private", 90), ("shared", 2), ("community", 2));
        await loader.OfferToNeighbourAsync(EstateImages.Ims, eachAnswer: 2);
        await loader.ReceiveAsync(EstateImages.Ims, ("pending", 14), ("accepted", 50), ("rejected", 3));
        await loader.LoadForeignAsync(EstateImages.Ims);
        await loader.CreateAsync(loader._admin, 75, "public", number => EstateImages.Published("gold", number));
        await loader.CreateAsync(loader._admin, 21, "market", number => EstateImages.Published("market", number));
        return loader._estate;
    }

    /// <summary>A plain OpenStack: no <c>__imagetype</c>, public images that nobody protected, one of them our own.</summary>
    public static async Task<Estate> LoadPlainAsync(Cloud cloud)
    {
        using var loader = await SignInAsync(cloud, cloud.Plain);
        await loader.LoadOwnAsync(EstateImages.Plain, ("private", 20), ("shared", 2), ("community", 1));
        await loader.OfferToNeighbourAsync(EstateImages.Plain, eachAnswer: 1);
        await loader.ReceiveAsync(EstateImages.Plain, ("pending", 4), ("accepted", 7), ("rejected", 2));
        await loader.LoadForeignAsync(EstateImages.Plain);
        await loader.CreateAsync(loader._admin, 10, "public", number => EstateImages.Plain("public", number));
        await loader.CreateAsync(loader._admin, 1, "private", number => loader.OwnedByAlpha(EstateImages.Plain("public", number)));
        await loader.LoadHiddenAsync();
        return loader._estate;
    }

    public void Dispose()
    {
        _admin.Dispose();
        _alice.Dispose();
        _bob.Dispose();
    }

    private static async Task<EstateLoader> SignInAsync(Cloud cloud, Uri glance) => new(
        cloud,
        await OpenStackClient.SignInAsync(cloud, glance, "admin", "admin"),
        await OpenStackClient.SignInAsync(cloud, glance, "alice", "alpha"),
        await OpenStackClient.SignInAsync(cloud, glance, "bob", "beta"));

    /// <summary>Our own images are private to us, whatever their visibility; one is active, one was taken out of use.</summary>
    private async Task LoadOwnAsync(Func<string, int, JsonObject> image, params (string Visibility, int Count)[] parts)
    {
        foreach (var (visibility, count) in parts)
            await CreateAsync(_alice, count, "private", number => image(visibility, number));
        await _alice.UploadAsync(_estate.Images[0].Id);
        await _alice.UploadAsync(_estate.Images[1].Id);
        await _admin.DeactivateAsync(_estate.Images[1].Id);
    }

    /// <summary>Own images that are shared out, with each answer the neighbour can give.</summary>
    private async Task OfferToNeighbourAsync(Func<string, int, JsonObject> image, int eachAnswer)
    {
        foreach (var answer in new[] { "pending", "accepted", "rejected" })
        {
            foreach (var id in await CreateAsync(_alice, eachAnswer, "private", number => image("shared", number)))
            {
                await _alice.ShareAsync(id, _cloud.Project("beta"));
                if (answer != "pending") await _bob.AnswerAsync(id, _cloud.Project("beta"), answer);
            }
        }
    }

    private async Task ReceiveAsync(Func<string, int, JsonObject> image, params (string Answer, int Count)[] parts)
    {
        foreach (var (answer, count) in parts)
        {
            foreach (var id in await CreateAsync(_bob, count, "shared-" + answer, number => image("shared", number)))
            {
                await _bob.ShareAsync(id, _cloud.Project("alpha"));
                if (answer != "pending") await _alice.AnswerAsync(id, _cloud.Project("alpha"), answer);
            }
        }
    }

    /// <summary>What the neighbour keeps to itself, shares with others, or gives to those who know the id.</summary>
    private async Task LoadForeignAsync(Func<string, int, JsonObject> image)
    {
        await CreateAsync(_bob, 8, category: null, number => image("private", number));
        await CreateAsync(_bob, 2, category: null, number => image("community", number));
        foreach (var id in await CreateAsync(_bob, 3, category: null, number => image("shared", number)))
            await _bob.ShareAsync(id, _cloud.Project("gamma"));
    }

    /// <summary>Hidden images of every category: Glance leaves them out of a listing that does not ask for them.</summary>
    private async Task LoadHiddenAsync()
    {
        await CreateAsync(_alice, 3, "private", number => EstateImages.Hidden("private", number));
        await CreateAsync(_admin, 2, "public", number => EstateImages.Hidden("public", number));
        foreach (var id in await CreateAsync(_bob, 1, "shared-pending", number => EstateImages.Hidden("shared", number)))
            await _bob.ShareAsync(id, _cloud.Project("alpha"));
    }

    private JsonObject OwnedByAlpha(JsonObject image)
    {
        image["owner"] = _cloud.Project("alpha");
        return image;
    }

    private async Task<IReadOnlyList<string>> CreateAsync(OpenStackClient who, int count, string? category, Func<int, JsonObject> image)
    {
        var ids = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var sent = image(number);
            ids.Add(await who.CreateAsync(sent));
            _estate.Add(new EstateImage(ids[^1], category, sent));
        }
        return ids;
    }
}
