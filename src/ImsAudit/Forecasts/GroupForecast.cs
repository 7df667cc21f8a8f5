using ImsAudit.Evaluation;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Forecasts;

/// <summary>The forecast of policies about images together: they are judged as a whole now and at two moments.</summary>
internal sealed class GroupForecast(ForecastPlan plan, PolicySet policies, Action<DueFinding> found)
{
    public async Task RunAsync(IInventory inventory, CancellationToken cancellationToken)
    {
        var known = await FindingsAtAsync(plan.AsOf, inventory, cancellationToken);
        foreach (var days in new[] { ForecastPlan.SoonDays, ForecastPlan.Days })
        {
            foreach (var (fingerprint, finding) in await FindingsAtAsync(plan.MomentOf(days), inventory, cancellationToken))
            {
                if (finding.Outcome != Outcome.Fail || (known.TryGetValue(fingerprint, out var now) && now.Outcome == Outcome.Fail)) continue;
                found(new DueFinding(finding, plan.DayOf(days), now?.Waiver));
                // What is due by the first moment is told once.
                known[fingerprint] = finding;
            }
        }
    }

    private async Task<Dictionary<string, Finding>> FindingsAtAsync(DateTimeOffset moment, IInventory inventory, CancellationToken cancellationToken)
    {
        var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
        var evaluator = new PolicyEvaluator(policies, inventory, (moment, "en"), finding => findings[finding.Fingerprint] = finding, plan.WaiversAt(moment));
        await evaluator.RunAsync(cancellationToken);
        return findings;
    }
}
