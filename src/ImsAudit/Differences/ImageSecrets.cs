using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Differences;

/// <summary>
/// What must not be shown of which image: of one that a sensitive policy has something against, on either side, all that
/// this policy reads; and of every image what sensitive policies alone read, but for its name.
/// </summary>
internal sealed class ImageSecrets
{
    private const string Name = "name";

    private readonly Dictionary<UInt128, HashSet<string>> _ofImages = [];
    private readonly HashSet<string> _ofAll;
    private readonly Dictionary<string, HashSet<string>> _reads;
    private readonly PolicySet _sensitive;

    private ImageSecrets(PolicySet policies)
    {
        _sensitive = policies.Where(policy => policy.Sensitive);
        _reads = _sensitive.Policies.ToDictionary(policy => policy.Id, policy => RootsOf(policy, policies), StringComparer.Ordinal);
        _ofAll = _reads.Values.SelectMany(roots => roots)
            .Except(policies.Policies.Where(policy => !policy.Sensitive).SelectMany(policy => RootsOf(policy, policies)))
            .Where(root => root != Name).ToHashSet(StringComparer.Ordinal);
    }

    /// <param name="asOf">When sensitive policies judge images that do not tell when they were collected, UTC.</param>
    public static async Task<ImageSecrets> OfAsync(PolicySet policies, DateTimeOffset asOf, IEnumerable<IInventory> inventories, CancellationToken cancellationToken)
    {
        var secrets = new ImageSecrets(policies);
        if (secrets._sensitive.Policies.Count == 0) return secrets;
        foreach (var inventory in inventories)
        {
            var moment = inventory.Listings.Max(listing => listing.FinishedAt) ?? asOf;
            await new PolicyEvaluator(secrets._sensitive, inventory, (moment, "en"), secrets.Learn).RunAsync(cancellationToken);
        }
        return secrets;
    }

    public bool Hide(ComparedImage image, string field)
    {
        var root = FieldRoot.Of(field);
        return _ofAll.Contains(root) || (_ofImages.TryGetValue(ImageKey.Of(image.Scope, image.Id), out var roots) && roots.Contains(root));
    }

    private void Learn(Finding finding)
    {
        IEnumerable<FindingImage> images = finding.Image is { } one ? [one] : finding.Images ?? [];
        foreach (var image in images)
        {
            var key = ImageKey.Of(new ImageScope(image.Cloud, image.Region, image.Project), image.Id);
            if (!_ofImages.TryGetValue(key, out var roots)) _ofImages[key] = roots = new(StringComparer.Ordinal);
            roots.UnionWith(_reads[finding.Policy]);
        }
        // Which images a group that could not be decided has is not known.
        if (finding is { Image: null, Images: null or { Count: 0 } }) _ofAll.UnionWith(_reads[finding.Policy]);
    }

    private static HashSet<string> RootsOf(Policy policy, PolicySet policies) =>
        ComparedFields.SlotsOf(policy).Select(slot => FieldRoot.Of(policies.Fields.Names[slot])).ToHashSet(StringComparer.Ordinal);
}
