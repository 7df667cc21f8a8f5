using ImsAudit.Conditions;
using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Waivers;

namespace ImsAudit.Forecasts;

/// <summary>The forecast of policies about single images: to the day, in one pass over the images.</summary>
internal sealed class ImageForecast(ForecastPlan plan, PolicySet policies, Action<DueFinding> found)
{
    private readonly FindingWriter _writer = new(policies.Fields, "en");

    public async Task RunAsync(IInventory inventory, CancellationToken cancellationToken)
    {
        var evaluator = new PolicyEvaluator(policies, inventory, (plan.AsOf, _writer.Language), _ => { });
        await evaluator.IndexAsync(cancellationToken);
        await foreach (var image in inventory.ReadAsync(cancellationToken))
        {
            var context = evaluator.ContextOf(image);
            foreach (var policy in policies.Policies) Look(policy, image, context);
        }
    }

    private void Look(Policy policy, Image image, in EvaluationContext context)
    {
        if (!policy.Categories.Overlaps(image.Categories) || IsOpen(policy, image, context) || !IsOpen(policy, image, At(context, ForecastPlan.Days))) return;
        var days = FirstDay(policy, image, context);
        var then = At(context, days);
        found(new DueFinding(_writer.Write(policy, image, ReasonsOf(policy, then), Outcome.Fail, then), plan.DayOf(days), WaiverOf(policy, image, context)?.Applied));
    }

    /// <summary>The first day ahead on which it is open. What has become due stays due: so halving finds it.</summary>
    private int FirstDay(Policy policy, Image image, in EvaluationContext context)
    {
        var (notYet, open) = (0, ForecastPlan.Days);
        while (open - notYet > 1)
        {
            var between = (notYet + open) / 2;
            if (IsOpen(policy, image, At(context, between))) open = between;
            else notYet = between;
        }
        return open;
    }

    private bool IsOpen(Policy policy, Image image, in EvaluationContext context) => Fails(policy, image, context) && WaiverAt(policy, image, context) is null;

    /// <summary>The waiver that covers it now; null when it does not fail now.</summary>
    private Waiver? WaiverOf(Policy policy, Image image, in EvaluationContext context) => Fails(policy, image, context) ? WaiverAt(policy, image, context) : null;

    private Waiver? WaiverAt(Policy policy, Image image, in EvaluationContext context) => plan.WaiversAt(context.AsOf).Find(policy, image, _writer.NameOf(context), context);

    private EvaluationContext At(in EvaluationContext context, int days) => context with { AsOf = plan.MomentOf(days) };

    private static bool Fails(Policy policy, Image image, in EvaluationContext context) => policy.Judge((ImageAssertion)policy.Assertion, image.Categories, context).Outcome == Outcome.Fail;

    private static IReadOnlyList<Reason> ReasonsOf(Policy policy, in EvaluationContext context) =>
        policy.Assertion is ImageAssertion assertion ? FindingWriter.ReasonsOf(policy, assertion.Condition, assertion.IsForbidden, context) : [];
}
