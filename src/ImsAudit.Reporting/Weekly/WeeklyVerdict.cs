using ImsAudit.Forecasts;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Model;
using ImsAudit.Weekly;

namespace ImsAudit.Reporting.Weekly;

/// <summary>What a reader with ten seconds must know: was everything seen, what is open, what came and went.</summary>
/// <param name="State"><c>incomplete</c>, <c>unknown</c>, <c>failed</c> (violations are open) or <c>passed</c>.</param>
/// <param name="Word">The same as a heading.</param>
/// <param name="Sentences">What was not seen first.</param>
public sealed record WeeklyVerdict(string State, string Word, IReadOnlyList<string> Sentences)
{
    private const int MostPolicies = 10;

    /// <summary>In the report's language.</summary>
    public static WeeklyVerdict Of(WeeklyReport report)
    {
        var (words, all) = (WordList.Of(report.Language), WeeklyTally.All(report));
        var state = report.Completeness switch
        {
            Completeness.Incomplete => "incomplete",
            Completeness.NotKnown => "unknown",
            _ => all.Open > 0 ? "failed" : "passed",
        };
        string?[] sentences = [Seen(report, words), Late(report, words), Incomplete(report, words), NotJudged(report, words), Moved(report, all, words), Compliance(report, words), Due(report, words)];
        return new WeeklyVerdict(state, Heading(report, state, words), [.. sentences.OfType<string>()]);
    }

    private static string Heading(WeeklyReport report, string state, WordList words) => state switch
    {
        "incomplete" when report.Selections.All(selection => selection.State == WeeklyState.NotScanned) => words.Say("weekly.word.notScanned"),
        "incomplete" when report.Selections.All(selection => selection.State is not (WeeklyState.Incomplete or WeeklyState.NotScanned)) => words.Say("weekly.word.late"),
        "failed" => words.Say("weekly.word.open", WeeklyTally.All(report).Open),
        "passed" => words.Say("weekly.word.none"),
        _ => words.Say("word." + state),
    };

    private static string Seen(WeeklyReport report, WordList words)
    {
        var missed = report.Selections.Count(selection => selection.State is WeeklyState.Incomplete or WeeklyState.NotScanned);
        if (report.Selections.All(selection => selection.State == WeeklyState.NotScanned))
            return words.Say("weekly.notScanned", Words.Time(report.From), Words.Time(report.AsOf));
        if (missed > 0) return words.Say("weekly.incomplete", report.Selections.Count, missed);
        if (report.Selections.Count(selection => selection.State == WeeklyState.Late) is > 0 and var late) return words.Say("weekly.late", late, report.Selections.Count);
        return words.Say(report.Completeness == Completeness.NotKnown ? "verdict.notKnown" : "weekly.complete");
    }

    /// <summary>Of scans before the last ones; what those missed for it is the first sentence.</summary>
    private static string? Late(WeeklyReport report, WordList words)
    {
        var late = report.Selections.Sum(selection => selection.LateScans);
        return late == 0 ? null : words.Say("weekly.someLate", report.Selections.Sum(selection => selection.Scans), late);
    }

    private static string? NotJudged(WeeklyReport report, WordList words)
    {
        var policies = report.Selections.SelectMany(selection => selection.NotJudged).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (policies.Count == 0) return null;
        var named = string.Join(", ", policies.Take(MostPolicies));
        return words.Say("weekly.notJudged", policies.Count, policies.Count > MostPolicies ? $"{named}, …" : named);
    }

    private static string? Incomplete(WeeklyReport report, WordList words)
    {
        var (scans, broken) = (report.Selections.Sum(selection => selection.Scans), report.Selections.Sum(selection => selection.IncompleteScans));
        return broken == 0 || report.Completeness == Completeness.Incomplete ? null : words.Say("weekly.someIncomplete", scans, broken);
    }

    private static string Moved(WeeklyReport report, WeeklyTally all, WordList words) =>
        words.Say(report.Completeness == Completeness.Complete ? "weekly.moved" : "weekly.movedKnown", all.Open, Words.Number(all.New), Words.Number(all.Back), Words.Number(all.Still), Words.Number(all.Fixed));

    private static string? Compliance(WeeklyReport report, WordList words)
    {
        if (report.Series is not [{ Points: [.., { Last: { Compliance: { } now } last }] points }]) return null;
        if (points is not [.., { Last: { Compliance: { } before } earlier }, _]) return words.Say("weekly.complianceAlone", Words.Percent(now));
        if (earlier.PolicySet != last.PolicySet) return words.Say("weekly.complianceOther", Words.Percent(now), Words.Percent(before));
        var change = Math.Round((now - before) * 100, 1);
        var key = change switch { > 0 => "weekly.complianceMore", < 0 => "weekly.complianceLess", _ => "weekly.complianceSame" };
        return words.Say(key, Words.Percent(now), Math.Abs(change).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string? Due(WeeklyReport report, WordList words)
    {
        var soon = report.Forecast.Within(report.AsOf, ForecastPlan.SoonDays).Count;
        return soon == 0 ? null : words.Say("weekly.dueSentence", soon, Words.Number(ForecastPlan.SoonDays));
    }
}
