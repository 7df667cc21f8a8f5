using ImsAudit.History.Reading;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>A trend as a report takes it.</summary>
internal static class SeriesPart
{
    /// <param name="scans">All up to the moment, the oldest first.</param>
    public static WeeklySeries Of(TrendSeries series, IReadOnlyList<PastScan> scans)
    {
        var first = scans.First(scan => scan.Selection == series.Selection).AsOf;
        return new WeeklySeries(series.Name, [.. series.Points.Select(point => Of(point, first))], series.LeftOut);
    }

    private static WeeklyPoint Of(TrendPoint point, DateTimeOffset first) => new(point.Period.From, point.Period.To, point.Last is { } last ? Of(last) : null)
    {
        Scans = point.Scans,
        IncompleteScans = point.IncompleteScans,
        IsFirst = point.Period.Contains(first),
        Opened = point.Opened,
        Fixed = point.Fixed,
    };

    private static WeeklyMeasure Of(PastScan scan) => new(scan.AsOf, scan.Compliance, scan.Findings, scan.Policies)
    {
        Images = scan.Images,
        Errors = scan.Errors,
        Waived = scan.Waived,
        PolicySet = scan.PolicySet,
    };
}
