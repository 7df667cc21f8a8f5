using ImsAudit.Inventories;
using ImsAudit.Policies;

namespace ImsAudit.Forecasts;

/// <summary>What will fail within <see cref="ForecastPlan.Days"/> days and does not fail now, if the images stay as they are: by age, by an end of life, by a waiver that runs out.</summary>
public static class Forecast
{
    /// <param name="found">Gets each finding that is due, in no order.</param>
    public static async Task RunAsync(ForecastPlan plan, IInventory inventory, Action<DueFinding> found, CancellationToken cancellationToken)
    {
        var (single, groups) = (plan.Policies.Where(policy => policy.Assertion is ImageAssertion), plan.Policies.Where(policy => policy.Assertion is GroupAssertion));
        if (single.Policies.Count > 0) await new ImageForecast(plan, single, found).RunAsync(inventory, cancellationToken);
        if (groups.Policies.Count > 0) await new GroupForecast(plan, groups, found).RunAsync(inventory, cancellationToken);
    }
}
