using ImsAudit.Forecasts;
using ImsAudit.History.Reading;
using ImsAudit.Results;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>Waivers that the last scans of the period were given, and that run out within the forecast or have run out.</summary>
internal static class WaiverPart
{
    /// <param name="scans">All up to the moment, the oldest first.</param>
    public static IReadOnlyList<WeeklyWaiver> Of(IReadOnlyList<PastWaiver> waivers, IReadOnlyList<PastScan> scans, IReadOnlyList<WeeklyFinding> findings, WeeklyRequest request)
    {
        var last = scans.Where(scan => request.Period.Contains(scan.AsOf)).GroupBy(scan => scan.Selection).Select(group => group.Last().AsOf).DefaultIfEmpty(request.Period.From).Min();
        var today = DateOnly.FromDateTime(request.AsOf.UtcDateTime);
        var covered = findings.Where(finding => finding is { FixedAt: null, Waiver: not null }).GroupBy(finding => finding.Waiver!).ToDictionary(group => group.Key, group => group.Count());
        return [.. waivers
            .Where(waiver => waiver.FirstSeen < request.Period.To && waiver.LastSeen >= last && waiver.Note.Expires <= ForecastPlan.DayAfter(today, ForecastPlan.Days))
            .Select(waiver => new WeeklyWaiver(waiver.Note, waiver.Note.Expires.DayNumber - today.DayNumber, covered.GetValueOrDefault(TermsOf(waiver.Note))))];
    }

    private static AppliedWaiver TermsOf(WaiverNote note) => new(note.Reason, note.Owner, note.Ticket, note.Expires);
}
