using ImsAudit.Forecasts;
using ImsAudit.History.Reading;
using ImsAudit.Results;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>Waivers that scans of the period were given, and that run out within the forecast or have run out.</summary>
internal static class WaiverPart
{
    public static IReadOnlyList<WeeklyWaiver> Of(IReadOnlyList<PastWaiver> waivers, IReadOnlyList<WeeklyFinding> findings, WeeklyRequest request)
    {
        var today = DateOnly.FromDateTime(request.AsOf.UtcDateTime);
        var covered = findings.Where(finding => finding is { IsFixed: false, Waiver: not null }).GroupBy(finding => finding.Waiver!).ToDictionary(group => group.Key, group => group.Count());
        return [.. waivers
            .Where(waiver => waiver.FirstSeen < request.Period.To && waiver.LastSeen >= request.Period.From && waiver.Note.Expires <= today.AddDays(ForecastPlan.Days))
            .Select(waiver => new WeeklyWaiver(waiver.Note, waiver.Note.Expires.DayNumber - today.DayNumber, covered.GetValueOrDefault(TermsOf(waiver.Note))))];
    }

    private static AppliedWaiver TermsOf(WaiverNote note) => new(note.Reason, note.Owner, note.Ticket, note.Expires);
}
