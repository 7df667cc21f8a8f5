using System.Runtime.CompilerServices;
using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.History.Tests.Doubles;

/// <summary>An inventory in memory; complete, with every category asked for, unless said otherwise.</summary>
internal sealed record SomeInventory(params IReadOnlyList<Image> Images) : IInventory
{
    public static readonly ImageScope Here = new("cloud", "region", "project");

    public Completeness? Said { get; init; }

    public CategorySet Asked { get; init; } = CategorySet.All;

    public CategorySet Failed { get; init; } = CategorySet.Empty;

    public string Filter { get; init; } = "";

    public ImageScope Scope { get; init; } = Here;

    /// <summary>Thrown after so many images.</summary>
    public (int Images, Exception Trouble)? Break { get; init; }

    public Completeness Completeness => Said ?? (Failed.IsEmpty ? Completeness.Complete : Completeness.Incomplete);

    public IReadOnlyList<Listing> Listings => Completeness == Completeness.NotKnown ? [] : [.. Asked.Select(category => new Listing
    {
        Scope = category.BelongsToEndpoint() ? Scope.OfEndpoint : Scope,
        Category = category,
        Query = $"q{Filter}",
        Pages = 1,
        Images = 1,
        Complete = !Failed.Contains(category),
        Error = Failed.Contains(category) ? "the listing failed" : null,
        Filtered = Filter.Length > 0,
    })];

    public ScannedProjects Projects => new(Scope);

    public IReadOnlyList<string> Notes => [];

    public string? SnapshotSha256 => null;

    public static Image Image(string json, ImageCategory category = ImageCategory.Private, ImageScope? scope = null)
    {
        var owner = scope ?? Here;
        var utf8 = Encoding.UTF8.GetBytes(json);
        return new Image(category.BelongsToEndpoint() ? owner.OfEndpoint : owner, CategorySet.Of(category), ImageHead.Read(utf8).Id!, utf8);
    }

    public async IAsyncEnumerable<Image> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var (at, image) in Images.Index())
        {
            if (at == Break?.Images) throw Break.Value.Trouble;
            yield return image;
        }
    }
}
