using System.Globalization;
using System.Text;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Weekly;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Weekly;

/// <summary>
/// A series as lines and columns of an SVG of 100 by 40, and as the numbers behind them. A period without a scan is a gap
/// in the line, and is marked: it is no zero.
/// </summary>
internal static class WeeklyChart
{
    private const double Width = 100;
    private const double Height = 40;
    private const double Column = 0.3;

    public static ScriptObject Of(WeeklySeries series, WordList words)
    {
        var points = series.Points;
        var (lower, upper) = RangeOf(points);
        var most = Math.Max(1, points.Max(point => Math.Max(Opened(point), point.Fixed)));
        return new ScriptObject
        {
            ["name"] = series.Name,
            ["leftOut"] = series.LeftOut,
            ["lines"] = new ScriptArray(Lines(points, (lower, upper))),
            ["dots"] = Dots(points, (lower, upper)),
            ["gaps"] = new ScriptArray(points.Index().Where(point => point.Item.Last?.Compliance is null).Select(point => At(point.Index * Step(points)))),
            ["step"] = At(Step(points)),
            ["lower"] = Words.Percent(lower),
            ["upper"] = Words.Percent(upper),
            ["opened"] = Columns(points, most, (-Column, Opened)),
            ["fixed"] = Columns(points, most, (0, point => point.Fixed)),
            ["columnWidth"] = At(Column * Step(points)),
            ["most"] = most,
            ["begins"] = points.Any(point => point.IsFirst),
            ["first"] = WeeklyTexts.Day(points[0].From),
            ["last"] = WeeklyTexts.Day(points[^1].To),
            ["now"] = Words.Percent(points[^1].Last?.Compliance),
            ["points"] = new LazyRows<WeeklyPoint>(points, point => Row(point, words)),
        };
    }

    // What the first scan found at once would leave no height to what came after.
    private static long Opened(WeeklyPoint point) => point.IsFirst ? 0 : point.Opened;

    private static ScriptObject Row(WeeklyPoint point, WordList words) => new()
    {
        ["from"] = WeeklyTexts.Day(point.From),
        ["to"] = WeeklyTexts.Day(point.To),
        ["scans"] = point.Scans,
        ["opened"] = point.Opened,
        ["fixed"] = point.Fixed,
        ["gap"] = point.IsWithoutScan,
        ["compliance"] = WeeklyTexts.Compliance(point, words),
        ["counts"] = new ScriptArray(Severities.WorstFirst.Select(severity => point.Last is { } scan ? Words.Number(scan.Findings[severity]) : "–")),
        ["policies"] = point.Last?.Policies,
        ["images"] = point.Last?.Images,
    };

    /// <summary>From a round share below the least of them to a round one above the most, so that a change is seen.</summary>
    private static (double Lower, double Upper) RangeOf(IReadOnlyList<WeeklyPoint> points)
    {
        var shares = points.Select(point => point.Last?.Compliance).OfType<double>().ToList();
        if (shares.Count == 0) return (0, 1);
        var spread = shares.Max() - shares.Min();
        var unit = spread > 0.2 ? 0.2 : spread > 0.04 ? 0.05 : 0.01;
        var lower = Math.Max(0, Math.Floor((shares.Min() - (unit / 4)) / unit) * unit);
        return (Math.Round(lower, 2), Math.Round(Math.Min(1, Math.Max(lower + unit, Math.Ceiling((shares.Max() + (unit / 4)) / unit) * unit)), 2));
    }

    private static IEnumerable<string> Lines(IReadOnlyList<WeeklyPoint> points, (double Lower, double Upper) range)
    {
        var line = new StringBuilder();
        foreach (var (at, point) in points.Index())
        {
            if (point.Last?.Compliance is { } share)
            {
                line.Append(line.Length == 0 ? 'M' : 'L').Append(Place(points, at, share, range));
                continue;
            }
            if (line.Length > 0) yield return line.ToString();
            line.Clear();
        }
        if (line.Length > 0) yield return line.ToString();
    }

    private static string Dots(IReadOnlyList<WeeklyPoint> points, (double Lower, double Upper) range) =>
        string.Concat(points.Index().Where(point => point.Item.Last?.Compliance is not null).Select(point => $"M{Place(points, point.Index, point.Item.Last!.Compliance!.Value, range)}h0"));

    private static string Place(IReadOnlyList<WeeklyPoint> points, int at, double share, (double Lower, double Upper) range) =>
        $"{At((at + 0.5) * Step(points))} {At(Height - ((share - range.Lower) / (range.Upper - range.Lower) * Height))}";

    private static ScriptArray Columns(IReadOnlyList<WeeklyPoint> points, double most, (double Shift, Func<WeeklyPoint, long> Count) of) =>
        [.. points.Index().Where(point => of.Count(point.Item) > 0).Select(point => new ScriptObject
        {
            ["x"] = At((point.Index + 0.5 + of.Shift) * Step(points)),
            ["y"] = At(Height - (of.Count(point.Item) / most * Height)),
            ["height"] = At(of.Count(point.Item) / most * Height),
        })];

    private static double Step(IReadOnlyList<WeeklyPoint> points) => Width / points.Count;

    private static string At(double place) => place.ToString("0.##", CultureInfo.InvariantCulture);
}
