using ImsAudit.Forecasts;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Model;
using ImsAudit.Weekly;
using Spectre.Console;

namespace ImsAudit.Reporting.Weekly;

/// <summary>The report of a period as <c>text</c>: the verdict, the counts, and the first of each list.</summary>
internal sealed class WeeklyText
{
    private const int MostInAFile = 25;
    private const int MostOnATerminal = 8;

    /// <summary>Of a place or an owner in a table, which is as wide as the widest.</summary>
    private const int LongestKey = 60;

    private readonly WeeklyReport _report;
    private readonly TextPage _page;
    private readonly WordList _words;
    private readonly int _most;

    private WeeklyText(WeeklyReport report, TextPage page, int most) => (_report, _page, _words, _most) = (report, page, WordList.Of(report.Language), most);

    public static void Write(WeeklyReport report, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        if (options.Template is { } template)
        {
            WeeklyFormats.Render((report, template), new PlainEncoding(), output, cancellationToken);
            return;
        }
        using var text = Utf8Text.Into(output);
        new WeeklyText(report, new TextPage(text, options), options.FindingsPerPolicy is null ? MostInAFile : MostOnATerminal).Write();
    }

    private void Write()
    {
        var verdict = WeeklyVerdict.Of(_report);
        var style = verdict.State switch { "passed" => TextStyles.Good, "failed" => TextStyles.Bad, _ => TextStyles.Warning };
        _page.Line(_words.Say("weekly.span", Words.Time(_report.From), Words.Time(_report.AsOf)), style: TextStyles.Bold);
        foreach (var sentence in verdict.Sentences) _page.Line(sentence, style: style);
        WriteSelections();
        WriteTrend();
        WriteCounts();
        var open = _report.Findings.Where(finding => finding.IsOpen).ToList();
        WriteFindings("weekly.new", [.. open.Where(finding => finding.IsNew)]);
        WriteFindings("weekly.back", [.. open.Where(finding => finding.IsBack)]);
        WriteFindings("weekly.fixed", [.. _report.Findings.Where(finding => finding.IsFixed)]);
        WriteForecast();
        List("weekly.waivers", _report.Waivers, waiver => $"{Words.Day(waiver.Note.Expires)}  {WeeklyTexts.Left(waiver, _words)}  {waiver.Note.Policy}  {waiver.Note.Image}  {waiver.Note.Owner}: {Words.Reason(waiver.Note.Reason, waiver.Note.Ticket)}");
        WriteImages();
    }

    private void WriteSelections()
    {
        _page.Blank();
        foreach (var selection in _report.Selections)
        {
            _page.Line(_words.Say("weekly.selectionLine", selection.Scans, selection.Name, WeeklyTexts.StateOf(selection, _words), Words.Time(selection.LastAsOf)), indent: 2, style: selection.State is WeeklyState.Complete or WeeklyState.Covered ? Style.Plain : TextStyles.Warning);
            foreach (var note in selection.Notes) _page.Line(WeeklyTexts.Note(note), indent: 4);
        }
    }

    private void WriteTrend()
    {
        foreach (var series in _report.Series)
        {
            if (_report.Series.Count > 1) _page.Line(series.Name, style: TextStyles.Bold);
            _page.Table(
                [_words.Say("weekly.until"), _words.Say("compliance"), .. Severities.WorstFirst.Select(severity => WeeklyTexts.Severity(severity, _words)), _words.Say("weekly.opened"), _words.Say("weekly.fixed")],
                series.Points.Select(point => (new[] { WeeklyTexts.Day(point.To), WeeklyTexts.Compliance(point, _words) }
                    .Concat(Severities.WorstFirst.Select(severity => point.Last is { } scan ? Words.Number(scan.Findings[severity]) : "")).Concat(point.IsWithoutScan ? ["", ""] : new[] { Words.Number(point.Opened), Words.Number(point.Fixed) }).ToArray(), (Style?)null)));
        }
    }

    private void WriteCounts()
    {
        string[] head = [_words.Say("severity"), _words.Say("weekly.open"), _words.Say("weekly.new"), _words.Say("weekly.back"), _words.Say("weekly.still"), _words.Say("weekly.fixed"), _words.Say("waived"), _words.Say("weekly.meanAge"), _words.Say("weekly.worstAge"), _words.Say("weekly.meanFix")];
        _page.Table(head, WeeklyTally.BySeverity(_report).Index().Select(tally => (Cells(tally.Item, WeeklyTexts.Severity(Severities.WorstFirst[tally.Index], _words)), tally.Item.Open == 0 ? (Style?)null : TextStyles.Of(Severities.WorstFirst[tally.Index]))));
        WritePlaces(_words.Say("weekly.place"), WeeklyTally.ByPlace(_report));
        WritePlaces(_words.Say("weekly.ownerOf", _report.OwnerTag), WeeklyTally.ByOwner(_report));
    }

    private void WritePlaces(string title, IReadOnlyList<WeeklyTally> tallies)
    {
        if (tallies.Count < 2) return;
        _page.Table([title, _words.Say("weekly.open"), _words.Say("weekly.grave"), _words.Say("weekly.new"), _words.Say("weekly.fixed")], tallies.Take(_most).Select(tally =>
            (new[] { tally.Key.Length == 0 ? "–" : ShortText.Of(tally.Key, LongestKey), Words.Number(tally.Open), Words.Number(tally.Grave), Words.Number(tally.New), Words.Number(tally.Fixed) }, (Style?)null)));
    }

    private string[] Cells(WeeklyTally tally, string name) =>
    [
        name, Words.Number(tally.Open), Words.Number(tally.New), Words.Number(tally.Back), Words.Number(tally.Still), Words.Number(tally.Fixed), Words.Number(tally.Waived),
        WeeklyTexts.Days(tally.MeanAge, _words), WeeklyTexts.Days(tally.WorstAge, _words), WeeklyTexts.Days(tally.MeanTimeToFix, _words),
    ];

    private void WriteFindings(string title, IReadOnlyList<WeeklyFinding> findings) =>
        List(title, findings, finding => $"{finding.Policy.Severity.Name(),-8}  {finding.Policy.Id}  {Subject(finding.Subject)}  {WeeklyTexts.Days(finding.Age, _words)}");

    private void WriteForecast()
    {
        if (_report.Forecast.Until is null) _page.Line(_words.Say("weekly.noForecast"), style: TextStyles.Warning);
        List("weekly.dueTitle", _report.Forecast.Within(_report.AsOf, ForecastPlan.Days), due =>
            $"{Words.Day(due.By)}  {due.Policy.Severity.Name(),-8}  {due.Policy.Id}  {Subject(due.Subject)}{(due.Expiring is { } waiver ? $"  {_words.Say("row.waivedUntil", Words.Day(waiver.Expires), waiver.Owner, waiver.Reason)}" : "")}");
    }

    private void WriteImages()
    {
        List("weekly.shares", _report.Shares.Ledger, share => $"{WeeklyTexts.Status(share.Status, _words)}  {WeeklyTexts.Day(share.Since)}  {Subject(share.Subject)}{(share.From is { } from ? $"  {_words.Say("weekly.share.from", from)}" : "")}");
        List("weekly.drift", _report.Drift, drift => $"{WeeklyTexts.Day(drift.At)}  {Subject(drift.Subject)}  {string.Join("; ", drift.Fields.Select(field => $"{field.Name}: {WeeklyTexts.Value(field.Before, _words)} → {WeeklyTexts.Value(field.After, _words)}"))}");
        List("weekly.published", _report.NewPublic, image => $"{WeeklyTexts.Day(image.At)}  {Subject(image.Subject)}");
    }

    private void List<T>(string title, IReadOnlyList<T> items, Func<T, string> line)
    {
        if (items.Count == 0) return;
        _page.Blank();
        _page.Line($"{_words.Say(title)}: {Words.Number(items.Count)}", style: TextStyles.Bold);
        foreach (var item in items.Take(_most)) _page.Line(line(item), indent: 2);
        if (items.Count > _most) _page.Line(_words.Say("weekly.more", items.Count - _most), indent: 2, style: TextStyles.Quiet);
    }

    private string Subject(WeeklySubject subject) =>
        $"{WeeklyTexts.Name(subject, _words)}{(subject.Id is { } id ? $"  {id}" : "")}{(WeeklyTexts.Where(subject) is { Length: > 0 } where ? $"  {where}" : "")}";
}
