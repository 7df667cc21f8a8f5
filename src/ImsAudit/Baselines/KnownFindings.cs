using ImsAudit.Results;

namespace ImsAudit.Baselines;

/// <summary>The findings that earlier scans left open, so that each finding of a scan is new or has an age.</summary>
/// <param name="open">By fingerprint.</param>
/// <param name="asOf">The moment of the scan, UTC.</param>
public sealed class KnownFindings(IReadOnlyDictionary<string, KnownFinding> open, DateTimeOffset asOf)
{
    /// <summary>
    /// The finding with what is known of it. It is new when it was not open, and also when it was open with another
    /// outcome: a violation whose waiver ran out, or that could not be decided before, was never accepted as it is now.
    /// </summary>
    public Finding Mark(Finding finding)
    {
        var known = open.GetValueOrDefault(finding.Fingerprint);
        var first = known is null || known.FirstSeen > asOf ? asOf : known.FirstSeen;
        return finding with { FirstSeen = first, AgeDays = (int)(asOf - first).TotalDays, New = known?.Outcome != finding.Outcome };
    }
}

/// <param name="FirstSeen">Since when it is open, UTC.</param>
/// <param name="Outcome">How it came out when it was last seen.</param>
public sealed record KnownFinding(DateTimeOffset FirstSeen, Outcome Outcome);
