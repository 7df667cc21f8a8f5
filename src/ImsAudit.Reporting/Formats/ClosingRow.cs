using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// What stands behind the findings in the formats that are rows: a row of <c>outcome</c> <c>waiver-expired</c>,
/// <c>waiver-unused</c>, <c>fixed</c> or <c>forecast</c>.
/// </summary>
/// <param name="Policy">Null where the row is about the whole scan.</param>
internal sealed record ClosingRow(string Outcome, string? Policy, string Message)
{
    /// <summary>Of a waiver that did nothing; else null.</summary>
    public WaiverNote? Waiver { get; private init; }

    /// <summary>Of a finding of the baseline that is gone; else null.</summary>
    public FixedFinding? Gone { get; private init; }

    public AppliedWaiver? Terms => Waiver is { } note ? new AppliedWaiver(note.Reason, note.Owner, note.Ticket, note.Expires) : null;

    /// <summary>All of it in one sentence, with the waiver's reason and owner; not encoded for any output.</summary>
    public string Sentence => Policy is null ? Message : Waiver is { } note
        ? $"{Policy}: {Message.TrimEnd('.')} (reason: {Words.Reason(note.Reason, note.Ticket)}; owner: {note.Owner}; last day: {Words.Day(note.Expires)})."
        : $"{Policy}: {Message.TrimEnd('.')}: {Words.Subject(Gone!)}{(Gone!.ImageId is { } id ? $" ({id})" : "")}.";

    public static IEnumerable<ClosingRow> Of(AuditResult result) =>
    [
        .. result.Waivers.Expired.Select(note => Of("waiver-expired", note, $"The waiver for {note.Image} is past its last day, {Words.Day(note.Expires)}, and waives nothing.")),
        .. result.Waivers.Unused.Select(note => Of("waiver-unused", note, $"The waiver for {note.Image} matched nothing that was found.")),
        .. (result.Baseline?.Fixed ?? []).Select(gone => new ClosingRow("fixed", gone.Policy, $"Fixed since the baseline {result.Baseline!.RunId}.") { Gone = gone }),
        .. Verdict.Of(result).Forecast is { } forecast ? new[] { new ClosingRow("forecast", Policy: null, forecast) } : [],
    ];

    private static ClosingRow Of(string outcome, WaiverNote note, string message) => new(outcome, note.Policy, message) { Waiver = note };
}
