using ImsAudit.Results;

namespace ImsAudit.Forecasts;

/// <summary>A violation that is not there now and will be, though nothing changes but the time.</summary>
/// <param name="Finding">As it will be found.</param>
/// <param name="By">At the beginning of this day, UTC, it is there. Of images that are judged together it is known only at two moments, and this is the later of them.</param>
/// <param name="Expiring">It is there already, and this waiver covers it until its last day; null when it comes by age or by an end of life.</param>
public sealed record DueFinding(Finding Finding, DateOnly By, AppliedWaiver? Expiring);
