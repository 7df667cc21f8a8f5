using ImsAudit.Evaluation;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Linting;

/// <summary>A policy that judges not one image of an inventory.</summary>
internal static class UnfulfilledWhen
{
    public static async Task<IEnumerable<LintFinding>> FindAsync(PolicySet set, IInventory inventory, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var evaluator = new PolicyEvaluator(set, inventory, (asOf, "en"), _ => { });
        await evaluator.IndexAsync(cancellationToken);
        var counts = set.Policies.ToDictionary(policy => policy, _ => (InCategories: 0L, Judged: 0L));
        await foreach (var image in inventory.ReadAsync(cancellationToken))
        {
            var context = evaluator.ContextOf(image);
            foreach (var policy in set.Policies.Where(policy => policy.Categories.Overlaps(image.Categories)))
            {
                var (inCategories, judged) = counts[policy];
                var applies = policy.Applies(image.Categories, context).Outcome != Outcome.NotApplicable;
                counts[policy] = (inCategories + 1, judged + (applies ? 1 : 0));
            }
        }
        var seen = inventory.Completeness == Completeness.Complete ? "" : ", though perhaps not all images were seen";
        return counts.Where(count => count.Value.Judged == 0).Select(count => Finding(count.Key, count.Value.InCategories, seen));
    }

    private static LintFinding Finding(Policy policy, long inCategories, string seen)
    {
        if (inCategories == 0)
            return LintFinding.Warning(policy.File, policy.Source.Find("categories")?.Value ?? policy.Source, $"no image of the given inventory is of a category that this policy judges ({policy.Categories}){seen}");
        return LintFinding.Warning(policy.File, policy.Source.Find("when")!.Value, $"no image of the given inventory fulfils this \"when\": it is false of all {inCategories} that are of the policy's categories{seen}");
    }
}
