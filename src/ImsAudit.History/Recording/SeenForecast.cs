using ImsAudit.Forecasts;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>What a scan saw coming.</summary>
/// <param name="Until">How far it looked ahead, UTC.</param>
public sealed record SeenForecast(DateTimeOffset Until, IReadOnlyList<SeenDue> Due);

/// <summary>A finding that is due; small, as <see cref="SeenFinding"/> is.</summary>
/// <param name="By">At the beginning of this day, UTC, it is there.</param>
/// <param name="Expiring">The waiver that covers it until then; null when it is there by age or an end of life.</param>
public sealed record SeenDue(SeenFinding Finding, DateOnly By, AppliedWaiver? Expiring)
{
    public static SeenDue Of(DueFinding due) => new(SeenFinding.Of(due.Finding), due.By, due.Expiring);
}
