using ImsAudit.History.Reading;
using ImsAudit.Results;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>The findings of the period, as they stood when it ended.</summary>
internal sealed class FindingPart(HistoryReading reading, Period period, Subjects subjects)
{
    public async Task<IReadOnlyList<WeeklyFinding>> ReadAsync(CancellationToken cancellationToken)
    {
        var outcomes = await reading.EarlierOutcomesAsync(period.To, cancellationToken);
        var findings = await reading.FindingsAsync(period, cancellationToken);
        return [.. findings.Select(finding => Of(finding, outcomes.TryGetValue(finding.Number, out var then) ? then : finding.Outcome))];
    }

    private WeeklyFinding Of(FindingInterval finding, Outcome outcome)
    {
        DateTimeOffset? gone = finding.FixedAt < period.To ? finding.FixedAt : null;
        var began = finding.FirstSeen >= period.From;
        return new WeeklyFinding
        {
            Fingerprint = finding.Fingerprint,
            Policy = new WeeklyPolicy(finding.Policy, finding.PolicyTitle, finding.Severity),
            Outcome = outcome,
            Subject = subjects.Of(finding.Image, finding.Group),
            FirstSeen = finding.FirstSeen,
            FixedAt = gone,
            IsNew = began && !finding.Reopened,
            IsBack = began && finding.Reopened,
            Age = (gone ?? period.To.AddTicks(-1)) - finding.FirstSeen,
            Waiver = outcome == Outcome.Waived && finding.Waiver?.Note is { } note ? new AppliedWaiver(note.Reason, note.Owner, note.Ticket, note.Expires) : null,
        };
    }
}
