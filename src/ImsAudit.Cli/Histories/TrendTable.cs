using System.Globalization;
using ImsAudit.Cli.Outputs;
using ImsAudit.History.Reading;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Histories;

/// <summary>A trend as tables: for people a line of bars for each measure, for spreadsheets a row a period.</summary>
internal static class TrendTable
{
    public static readonly string[] CsvHead =
    [
        "selection", "from", "to", "run", "asOf", "images", "policies", "compliance", .. Severities.WorstFirst.Select(Severities.Name), "errors", "waived", "opened", "fixed", "scans",
    ];

    public static void Write(Invocation invocation, TrendSeries series)
    {
        using (var text = new PlainText(invocation.Surroundings))
        {
            var (first, last) = (series.Points[0].Period.From, series.Points[^1].Period.To);
            text.Line($"{series.Name}: {Day(first)} to {Day(last)}, {series.Points.Count} periods, {series.Points.Sum(point => point.Scans)} scans{(series.LeftOut > 0 ? $"; incomplete and left out: {series.LeftOut}" : "")}");
        }
        ColumnTable.Write(invocation, ["", "trend", "first", "last"], [.. Measures(series).Select(measure => Row(measure.Name, measure.Values, measure.Show))]);
    }

    public static IEnumerable<string[]> CsvRows(TrendSeries series) => series.Points.Select(point => new[]
    {
        series.Name, HistoryWords.Time(point.Period.From), HistoryWords.Time(point.Period.To), point.Last?.RunId ?? "", point.Last is { } scan ? HistoryWords.Time(scan.AsOf) : "",
        Number(point.Last?.Images), Number(point.Last?.Policies), point.Last?.Compliance?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
    }
    .Concat(Severities.WorstFirst.Select(severity => Number(point.Last?.Findings[severity])))
    .Concat([Number(point.Last?.Errors), Number(point.Last?.Waived), Number(point.Opened), Number(point.Fixed), Number(point.Scans)]).ToArray());

    private static IEnumerable<(string Name, IReadOnlyList<double?> Values, Func<double?, string> Show)> Measures(TrendSeries series)
    {
        yield return Measure("compliance", point => point.Last?.Compliance, HistoryWords.Percent);
        foreach (var severity in Severities.WorstFirst) yield return Measure(severity.Name(), point => point.Last?.Findings[severity], Count);
        yield return Measure("errors", point => point.Last?.Errors, Count);
        yield return Measure("waived", point => point.Last?.Waived, Count);
        yield return Measure("opened", point => point.Scans == 0 ? null : point.Opened, Count);
        yield return Measure("fixed", point => point.Scans == 0 ? null : point.Fixed, Count);
        // Other policies make another compliance: whoever sees it jump finds the cause here.
        yield return Measure("policies", point => point.Last?.Policies, Count);
        yield return Measure("images", point => point.Last?.Images, Count);

        (string, IReadOnlyList<double?>, Func<double?, string>) Measure(string name, Func<TrendPoint, double?> value, Func<double?, string> show) => (name, [.. series.Points.Select(value)], show);
    }

    private static string[] Row(string name, IReadOnlyList<double?> values, Func<double?, string> show) =>
        [name, Sparkline.Of(values), show(values.FirstOrDefault(value => value is not null)), show(values.LastOrDefault(value => value is not null))];

    private static string Count(double? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
