using ImsAudit.Conditions;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Policies;

namespace ImsAudit.Evaluation;

/// <summary>How a policy comes out for one image, node by node.</summary>
/// <param name="CategoryApplies">The image came in one of the policy's categories.</param>
/// <param name="When">Null when the policy has no <c>when</c>.</param>
public sealed record Explanation(
    Policy Policy, Image Image, string? Name, Verdict Verdict, bool CategoryApplies, ConditionTrace? When, ConditionTrace Assertion)
{
    public static Explanation Of(PolicySet set, Policy policy, Image image, (ScannedProjects Projects, DateTimeOffset AsOf) scan)
    {
        var name = set.Fields.SlotOf("name");
        var values = new FieldReader(set.Fields, scan.Projects).Read(image);
        var context = new EvaluationContext(values, scan.AsOf);
        return new Explanation(
            policy,
            image,
            values[name].Text,
            policy.Judge(image.Categories, context),
            policy.Categories.Overlaps(image.Categories),
            policy.When?.Trace(context),
            policy.Assertion.Condition.Trace(context));
    }
}
