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
        var before = await reading.EarlierOutcomesAsync(period.From, cancellationToken);
        var findings = await reading.FindingsAsync(period, cancellationToken);
        return [.. findings.Select(finding => Of(finding, OutcomeOf(finding, outcomes), wasWaived: OutcomeOf(finding, before) == Outcome.Waived))];
    }

    private static Outcome OutcomeOf(FindingInterval finding, IReadOnlyDictionary<long, Outcome> then) => then.TryGetValue(finding.Number, out var outcome) ? outcome : finding.Outcome;

    private WeeklyFinding Of(FindingInterval finding, Outcome outcome, bool wasWaived)
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
            IsBack = began ? finding.Reopened : wasWaived && outcome != Outcome.Waived,
            Age = (gone ?? period.To.AddTicks(-1)) - finding.FirstSeen,
            Waiver = outcome == Outcome.Waived && finding.Waiver?.Note is { } note ? new AppliedWaiver(note.Reason, note.Owner, note.Ticket, note.Expires) : null,
        };
    }
}
