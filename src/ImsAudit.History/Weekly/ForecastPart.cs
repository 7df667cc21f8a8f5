using ImsAudit.History.Reading;
using ImsAudit.Results;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>What the last scans saw coming, without what has come since.</summary>
internal sealed class ForecastPart(HistoryReading reading, WeeklyRequest request, Subjects subjects)
{
    /// <param name="scans">All up to the moment, the oldest first.</param>
    public async Task<WeeklyForecast> ReadAsync(IReadOnlyList<PastScan> scans, IReadOnlyList<WeeklyFinding> findings, CancellationToken cancellationToken)
    {
        var last = scans.Where(scan => request.Period.Contains(scan.AsOf)).GroupBy(scan => scan.Selection).Select(group => group.Last()).ToList();
        var here = findings.Where(finding => finding.IsOpen && finding.Outcome == Outcome.Fail).Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var due = await reading.DueAsync(request.AsOf, cancellationToken);
        return new WeeklyForecast(
            last.Min(scan => scan.ForecastUntil),
            [.. last.Where(scan => scan.ForecastUntil is null).Select(scan => reading.NameOf(scan.Selection)).Order(StringComparer.Ordinal)],
            [.. due.Where(one => !here.Contains(one.Fingerprint)).DistinctBy(one => one.Fingerprint, StringComparer.Ordinal).Select(Of)]);
    }

    private WeeklyDue Of(PastDue due) => new(
        due.Fingerprint,
        new WeeklyPolicy(due.Policy.Id, due.Policy.Title, due.Policy.Severity),
        subjects.Of(due.Image, due.Group),
        due.By,
        due.Expiring?.Note is { } note ? new AppliedWaiver(note.Reason, note.Owner, note.Ticket, note.Expires) : null);
}
