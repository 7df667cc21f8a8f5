using System.Runtime.CompilerServices;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.PolicyTests;

/// <summary>The image and the estate of one test case; every category was seen whole but those that the case names.</summary>
internal sealed class CaseInventory(IReadOnlyList<Image> images, ScannedProjects projects, CategorySet incomplete) : IInventory
{
    public IReadOnlyList<Image> Images => images;

    public Completeness Completeness => incomplete.IsEmpty ? Completeness.Complete : Completeness.Incomplete;

    public IReadOnlyList<Listing> Listings { get; } = [.. ImageCategories.All.Select(category => new Listing
    {
        Scope = ImageScope.Unknown,
        Category = category,
        Query = "",
        Pages = 1,
        Images = 0,
        Complete = !incomplete.Contains(category),
    })];

    public ScannedProjects Projects => projects;

    public IReadOnlyList<string> Notes => [];

    public string? SnapshotSha256 => null;

    public async IAsyncEnumerable<Image> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var image in images) yield return image;
    }
}
