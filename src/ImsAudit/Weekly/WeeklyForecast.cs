using ImsAudit.Forecasts;
using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>What will fail and does not fail now, if the images stay as they are.</summary>
/// <param name="Until">Everything up to this moment is in it, UTC; null when no scan looked ahead.</param>
/// <param name="Missing">Selections whose last scan did not look ahead.</param>
/// <param name="Due">The earliest first.</param>
public sealed record WeeklyForecast(DateTimeOffset? Until, IReadOnlyList<string> Missing, IReadOnlyList<WeeklyDue> Due)
{
    public IReadOnlyList<WeeklyDue> Within(DateTimeOffset asOf, int days)
    {
        var last = ForecastPlan.DayAfter(DateOnly.FromDateTime(asOf.UtcDateTime), days);
        return [.. Due.Where(due => due.By <= last)];
    }
}

/// <param name="By">At the beginning of this day, UTC, it is there.</param>
/// <param name="Expiring">The waiver that covers it until then; null when it comes by age or an end of life.</param>
public sealed record WeeklyDue(string Fingerprint, WeeklyPolicy Policy, WeeklySubject Subject, DateOnly By, AppliedWaiver? Expiring);
