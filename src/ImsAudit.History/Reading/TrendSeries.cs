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
        var measures = scans.Where(scan => scan.Completeness != Completeness.Incomplete).ToList();
        return new TrendSeries(name, scans[0].Selection, [.. periods.Select(period => PointOf(period, measures))], scans.Count - measures.Count);
    }

    private static TrendPoint PointOf(Period period, List<PastScan> scans)
    {
        var inside = scans.Where(scan => period.Contains(scan.AsOf)).ToList();
        return new TrendPoint(period, inside.LastOrDefault(), inside.Count, inside.Sum(scan => scan.Opened), inside.Sum(scan => scan.Fixed));
    }
}

/// <param name="Last">The last scan of the period that is a measure; null when there was none.</param>
/// <param name="Scans">How many there were.</param>
/// <param name="Opened">Findings that were opened in the period.</param>
/// <param name="Fixed">Findings that were fixed in the period.</param>
public sealed record TrendPoint(Period Period, PastScan? Last, int Scans, long Opened, long Fixed);
