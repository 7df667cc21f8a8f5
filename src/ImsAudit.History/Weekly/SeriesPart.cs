using ImsAudit.History.Reading;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>A trend as a report takes it.</summary>
internal static class SeriesPart
{
    public static WeeklySeries Of(TrendSeries series) => new(series.Name, [.. series.Points.Select(Of)], series.LeftOut);

    private static WeeklyPoint Of(TrendPoint point) => new(point.Period.From, point.Period.To, point.Last is { } last ? Of(last) : null)
    {
        Scans = point.Scans,
        Opened = point.Opened,
        Fixed = point.Fixed,
    };

    private static WeeklyMeasure Of(PastScan scan) => new(scan.AsOf, scan.Compliance, scan.Findings, scan.Policies)
    {
        Images = scan.Images,
        Errors = scan.Errors,
        Waived = scan.Waived,
    };
}
