using ImsAudit.Forecasts;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Reporting.Templates;
using ImsAudit.Weekly;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Weekly;

/// <summary>What templates get of the report of a period.</summary>
internal static class WeeklyModel
{
    private const int MostSeries = 8;
    private const int MostPlaces = 20;
    private const int MostListed = 25;

    public static ScriptObject Of(WeeklyReport report)
    {
        var words = WordList.Of(report.Language);
        var rows = new WeeklyRows(words);
        return new ScriptObject
        {
            ["say"] = new SayFunction(words),
            ["tool"] = new ScriptObject { ["name"] = report.Tool.Name, ["version"] = report.Tool.Version },
            ["language"] = report.Language == "zh" ? "zh" : "en",
            ["from"] = Words.Time(report.From),
            ["asOf"] = Words.Time(report.AsOf),
            ["complete"] = report.Completeness == Completeness.NotKnown ? null : report.Completeness == Completeness.Complete,
            ["verdict"] = OfVerdict(WeeklyVerdict.Of(report)),
            ["scans"] = report.Selections.Sum(selection => selection.Scans),
            ["selections"] = new LazyRows<WeeklySelection>(report.Selections, rows.Of),
            ["selectionCount"] = report.Selections.Count,
            ["series"] = Shown.First(report.Series, MostSeries, series => WeeklyChart.Of(series, words)),
            ["all"] = rows.Of(WeeklyTally.All(report)),
            ["severities"] = new LazyRows<WeeklyTally>(WeeklyTally.BySeverity(report), rows.Of),
            ["policies"] = Shown.First(PoliciesOf(report), MostPlaces, rows.OfPolicy),
            ["places"] = Shown.First(WeeklyTally.ByPlace(report), MostPlaces, rows.Of),
            ["owners"] = Shown.First(WeeklyTally.ByOwner(report), MostPlaces, rows.Of),
            ["ownerTag"] = report.OwnerTag,
            ["findings"] = OfFindings(report, rows),
            ["forecast"] = OfForecast(report, rows),
            ["waivers"] = Shown.First(report.Waivers, MostListed, rows.Of),
            ["shares"] = rows.Of(report.Shares, MostListed),
            ["drift"] = Shown.First(report.Drift, MostListed, rows.Of),
            ["published"] = Shown.First(report.NewPublic, MostListed, rows.Of),
            ["firstPublic"] = report.FirstPublic,
        };
    }

    /// <summary>How many rows a template that shows everything once walks over.</summary>
    public static long RowsOf(WeeklyReport report) =>
        report.Selections.Sum(selection => 1L + selection.Notes.Count) + report.Series.Sum(series => series.Points.Count * 10L) + (MostListed * 100L);

    internal static IReadOnlyList<WeeklyTally> PoliciesOf(WeeklyReport report) =>
        [.. report.Findings.GroupBy(finding => finding.Policy.Id, StringComparer.Ordinal).Select(group => new WeeklyTally(group.Key, [.. group]))
            .OrderByDescending(tally => tally.Open > 0).ThenByDescending(tally => tally.Findings[0].Policy.Severity)
            .ThenByDescending(tally => tally.Open).ThenBy(tally => tally.Key, StringComparer.Ordinal)];

    private static ScriptObject OfVerdict(WeeklyVerdict verdict) => new()
    {
        ["state"] = verdict.State,
        ["word"] = verdict.Word,
        ["sentences"] = new ScriptArray(verdict.Sentences),
    };

    private static ScriptObject OfFindings(WeeklyReport report, WeeklyRows rows)
    {
        ScriptObject Those(IEnumerable<WeeklyFinding> findings) => Shown.First([.. findings], MostListed, rows.Of);
        var open = report.Findings.Where(finding => finding.IsOpen).ToList();
        return new ScriptObject
        {
            ["new"] = Those(open.Where(finding => finding.IsNew)),
            ["back"] = Those(open.Where(finding => finding.IsBack)),
            ["still"] = Those(open.Where(finding => finding is { IsNew: false, IsBack: false }).OrderByDescending(finding => finding.Policy.Severity).ThenByDescending(finding => finding.Age)),
            ["fixed"] = Those(report.Findings.Where(finding => finding.IsFixed)),
        };
    }

    private static ScriptObject OfForecast(WeeklyReport report, WeeklyRows rows)
    {
        var forecast = report.Forecast;
        return new ScriptObject
        {
            ["until"] = forecast.Until is { } until ? WeeklyTexts.Day(until) : null,
            ["missing"] = new ScriptArray(forecast.Missing),
            ["soonDays"] = ForecastPlan.SoonDays,
            ["days"] = ForecastPlan.Days,
            ["soon"] = Count(forecast.Within(report.AsOf, ForecastPlan.SoonDays)),
            ["later"] = Count(forecast.Within(report.AsOf, ForecastPlan.Days)),
            ["due"] = Shown.First(forecast.Within(report.AsOf, ForecastPlan.Days), MostListed, rows.Of),
        };
    }

    private static ScriptObject Count(IReadOnlyList<WeeklyDue> due) => new()
    {
        ["count"] = due.Count,
        ["waivers"] = due.Count(one => one.Expiring is not null),
        ["severities"] = new LazyRows<Severity>(Severities.WorstFirst, severity => new ScriptObject
        {
            ["severity"] = severity.Name(),
            ["count"] = due.Count(one => one.Policy.Severity == severity),
        }),
    };
}
