using ImsAudit.Collection.Credentials;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>What a collection brought.</summary>
internal sealed record Collected(CollectionResult Result, IReadOnlyList<Image> Images, IReadOnlyList<string> Warnings)
{
    public Listing Listing => Result.Listings.ShouldHaveSingleItem();

    public string Error => Listing.Error.ShouldNotBeNull();

    public string[] Ids => [.. Images.Select(image => image.Id)];

    public Listing this[ImageCategory category] => Result.Listings.Where(listing => listing.Category == category).ShouldHaveSingleItem();
}

/// <summary>Runs a collection against a server, by default the public listing of an IMS without signing in.</summary>
internal sealed record Collect
{
    public static CollectionSettings Defaults { get; } = new()
    {
        Categories = CategorySet.Of(ImageCategory.Public),
        Dialect = ApiDialect.Ims,
        Rate = 10_000,
        ToolVersion = "1.2.3",
    };

    public CollectionSettings Settings { get; init; } = Defaults;

    public ImpatientClock Clock { get; init; } = new();

    /// <summary>In place of the clock: one that runs.</summary>
    public TimeProvider? Time { get; init; }

    public Authentication Authentication { get; init; } = new NoAuthentication();

    public string? Project { get; init; } = "p1";

    public string? Region { get; init; }

    public IProgress<CollectionProgress>? Progress { get; init; }

    public static Task<Collected> FromAsync(ScriptedServer server) => new Collect().RunAsync(server.Url);

    public Task<Collected> RunAsync(string? endpoint, CancellationToken cancellationToken = default) =>
        RunAsync([new CollectionTarget { Endpoint = endpoint, Project = Project, Region = Region, Authentication = Authentication }], cancellationToken);

    public async Task<Collected> RunAsync(IReadOnlyList<CollectionTarget> targets, CancellationToken cancellationToken = default)
    {
        using var collector = await ImageCollector.ConnectAsync(targets, Settings, new CollectionEnvironment(Time ?? Clock, () => 0.5), cancellationToken);
        var spool = new ImageSpool(collector.Projects);
        var result = await collector.CollectAsync(spool, Progress, cancellationToken);
        return new Collected(result, await ReadAsync(spool), collector.Warnings);
    }

    public static async Task<IReadOnlyList<Image>> ReadAsync(ImageSpool spool)
    {
        var images = new List<Image>();
        await foreach (var image in spool.ReadAsync(CancellationToken.None)) images.Add(image);
        return images;
    }
}
