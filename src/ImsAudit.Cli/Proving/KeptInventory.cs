using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Cli.Proving;

/// <summary>
/// The images as they were kept, with what was said when they were got: a scan with evidence judges what it kept, so that
/// judging it again comes to the same.
/// </summary>
internal sealed class KeptInventory(IInventory kept, IReadOnlyList<string> notes) : IInventory, IDisposable
{
    public Completeness Completeness => kept.Completeness;

    public IReadOnlyList<Listing> Listings => kept.Listings;

    public ScannedProjects Projects => kept.Projects;

    public IReadOnlyList<string> Notes => notes;

    public string? SnapshotSha256 => kept.SnapshotSha256;

    public IAsyncEnumerable<Image> ReadAsync(CancellationToken cancellationToken) => kept.ReadAsync(cancellationToken);

    public void Dispose() => (kept as IDisposable)?.Dispose();
}
