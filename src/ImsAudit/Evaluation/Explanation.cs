using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>How a policy comes out for one image, node by node.</summary>
/// <param name="Name">The image's name.</param>
/// <param name="CategoryApplies">The image came in one of the policy's categories.</param>
/// <param name="When">Null when the policy has no <c>when</c>.</param>
/// <param name="Assertion">For a group: what chooses its members; null when nothing does.</param>
public sealed record Explanation(
    Policy Policy, Image Image, string? Name, Outcome Outcome, bool CategoryApplies, ConditionTrace? When, ConditionTrace? Assertion)
{
    /// <summary>Explains a policy for each image of an inventory that is wanted.</summary>
    /// <param name="set">The one policy, or several of which the first is explained.</param>
    public static async Task<IReadOnlyList<Explanation>> OfAsync(
        PolicySet set, IInventory inventory, DateTimeOffset asOf, Func<Image, bool> wanted, CancellationToken cancellationToken = default)
    {
        var policy = set.Policies[0];
        var findings = new List<Finding>();
        var name = set.Fields.SlotOf("name");
        var evaluator = new PolicyEvaluator(set.Where(one => one == policy), inventory, (asOf, "en"), findings.Add);
        await evaluator.RunAsync(cancellationToken);
        var explanations = new List<Explanation>();
        await foreach (var image in inventory.ReadAsync(cancellationToken))
        {
            if (!wanted(image)) continue;
            var context = evaluator.ContextOf(image);
            explanations.Add(new Explanation(
                policy,
                image,
                context.Values[name].Text,
                findings.OutcomeOf(image) ?? evaluator.OutcomeFor(image),
                policy.Categories.Overlaps(image.Categories),
                policy.When?.Trace(context),
                ConditionOf(policy)?.Trace(context)));
        }
        return explanations;
    }

    private static Condition? ConditionOf(Policy policy) => policy.Assertion switch
    {
        ImageAssertion assertion => assertion.Condition,
        GroupAssertion group => group.Where,
        _ => null,
    };
}
