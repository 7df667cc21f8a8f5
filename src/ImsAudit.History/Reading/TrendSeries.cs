using ImsAudit.Inventories;

namespace ImsAudit.History.Reading;

/// <summary>How one selection did from period to period.</summary>
/// <param name="Name">What it covers.</param>
/// <param name="Selection">See <see cref="PastScan.Selection"/>.</param>
/// <param name="LeftOut">Scans that were not complete, and are no measure.</param>
public sealed record TrendSeries(string Name, long Selection, IReadOnlyList<TrendPoint> Points, int LeftOut)
{
    internal static TrendSeries Of(string name, IReadOnlyList<Period> periods, IReadOnlyList<PastScan> scans)
    {
        return new TrendSeries(name, scans[0].Selection, [.. periods.Select(period => PointOf(period, scans))], scans.Count(IsIncomplete));
    }

    private static TrendPoint PointOf(Period period, IReadOnlyList<PastScan> scans)
    {
        var inside = scans.Where(scan => period.Contains(scan.AsOf)).ToList();
        var measures = inside.Where(scan => !IsIncomplete(scan)).ToList();
        // What an incomplete scan did see was opened and fixed all the same.
        return new TrendPoint(period, measures.LastOrDefault(), measures.Count, inside.Sum(scan => scan.Opened), inside.Sum(scan => scan.Fixed)) { IncompleteScans = inside.Count - measures.Count };
    }

    private static bool IsIncomplete(PastScan scan) => scan.Completeness == Completeness.Incomplete;
}

/// <param name="Last">The last scan of the period that is a measure; null when there was none.</param>
/// <param name="Scans">How many of these there were.</param>
/// <param name="Opened">Findings that were opened in the period.</param>
/// <param name="Fixed">Findings that were fixed in the period.</param>
public sealed record TrendPoint(Period Period, PastScan? Last, int Scans, long Opened, long Fixed)
{
    /// <summary>Scans beside them that did not see everything, and are no measure.</summary>
    public required int IncompleteScans { get; init; }
}
