using ImsAudit.History.Reading;
using ImsAudit.Inventories;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>What scans looked at in the periods that are shown, and whether the last of them saw it whole.</summary>
internal sealed class SelectionPart(HistoryReading reading, WeeklyRequest request)
{
    /// <param name="scans">All up to the moment, the oldest first.</param>
    public IReadOnlyList<WeeklySelection> Of(IReadOnlyList<PastScan> scans)
    {
        var shown = Period.Before(request.AsOf, request.Length, request.Periods) is [var first, ..] ? first.From : DateTimeOffset.MinValue;
        var now = scans.Where(scan => request.Period.Contains(scan.AsOf)).ToList();
        // Of two selections that were seen, both stand there; a name says which is the wider one.
        return [.. scans.Where(scan => scan.AsOf >= shown).GroupBy(scan => scan.Selection).Select(group => Of([.. group], now))
            .OrderByDescending(selection => Gravity(selection.State)).ThenBy(selection => selection.Name, StringComparer.Ordinal)];
    }

    private WeeklySelection Of(List<PastScan> scans, List<PastScan> now)
    {
        var (last, inside) = (scans[^1], scans.Where(scan => request.Period.Contains(scan.AsOf)).ToList());
        var before = scans.LastOrDefault(scan => scan.AsOf < request.Period.From);
        return new WeeklySelection
        {
            Name = reading.NameOf(last.Selection),
            State = inside.Count > 0 ? StateOf(last) : IsCovered(last, now) ? WeeklyState.Covered : WeeklyState.NotScanned,
            Scans = inside.Count,
            IncompleteScans = inside.Count(scan => scan.Completeness == Completeness.Incomplete),
            LateScans = inside.Count(scan => scan.Late),
            NotJudged = inside.Count == 0 || before is null ? [] : reading.PoliciesWithout(before.PolicySet, last.PolicySet),
            LastRun = last.RunId,
            LastAsOf = last.AsOf,
            Images = last.Images,
            Compliance = last.Compliance,
            // A snapshot that contradicts itself says so of each of its listings.
            Notes = [.. last.Notes.Distinct(StringComparer.Ordinal)],
        };
    }

    private bool IsCovered(PastScan scan, List<PastScan> now) =>
        now.GroupBy(other => other.Selection).Any(group => group.Last() is { Completeness: Completeness.Complete, Late: false } && reading.Covers(group.Key, scan.Selection));

    private static WeeklyState StateOf(PastScan scan) => scan.Completeness switch
    {
        Completeness.Complete or Completeness.NotKnown when scan.Late => WeeklyState.Late,
        Completeness.Complete => WeeklyState.Complete,
        Completeness.NotKnown => WeeklyState.NotKnown,
        _ => WeeklyState.Incomplete,
    };

    private static int Gravity(WeeklyState state) => state switch
    {
        WeeklyState.Incomplete => 5,
        WeeklyState.Late => 4,
        WeeklyState.NotScanned => 3,
        WeeklyState.NotKnown => 2,
        WeeklyState.Complete => 1,
        _ => 0,
    };
}
