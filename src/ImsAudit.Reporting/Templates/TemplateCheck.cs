using System.Text;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Samples;
using ImsAudit.Reporting.Weekly;
using ImsAudit.Results;
using ImsAudit.Weekly;

namespace ImsAudit.Reporting.Templates;

/// <summary>Renders a template with results of every kind, and looks at what comes out.</summary>
public sealed class TemplateCheck
{
    private const int JobSummary = 1 << 20;
    private readonly string _format;
    private readonly IReadOnlyList<TemplateTrial> _trials;
    private readonly (TemplateTrial Usual, TemplateTrial Other, string Warning)[] _differences;

    private TemplateCheck(string format, IReadOnlyList<TemplateTrial> trials, params (TemplateTrial, TemplateTrial, string)[] differences) =>
        (_format, _trials, _differences) = (format, trials, differences);

    /// <summary>The format that a template of that name is for, told from its ending: <c>html</c>, <c>markdown</c> or <c>text</c>.</summary>
    public static string FormatOf(string file) => TemplateEnding.Of(file) switch
    {
        HtmlEncoding => "html",
        MarkdownEncoding => "markdown",
        _ => "text",
    };

    /// <summary>As the report of a scan.</summary>
    /// <param name="format">One that takes templates.</param>
    public static TemplateReview OfScan(ReportTemplate template, string format, CancellationToken cancellationToken)
    {
        var (writer, options) = (ReportFormats.Find(format)!, ReportOptions.File with { Template = template, ShowWaived = true });
        TemplateTrial Trial(string name, AuditResult result) => new(name, output => writer.Write(result, output, options, cancellationToken));
        var usual = Trial("a usual result", SampleResults.Usual);
        return new TemplateCheck(
            format,
            [.. SampleResults.All.Select(sample => Trial(sample.Name, sample.Result))],
            (usual, Trial("", SampleResults.Incomplete), "The report is the same when not everything was seen. Write verdict.sentences, or run.complete, or it will be read as a clean one."),
            (usual, Trial("", SampleResults.Decided), "The report is the same when something could not be decided. Write summary.errors, or findings whose outcome is error.")).Review();
    }

    /// <summary>As the report of a period.</summary>
    /// <param name="format">One that takes templates.</param>
    public static TemplateReview OfPeriod(ReportTemplate template, string format, CancellationToken cancellationToken)
    {
        var (writer, options) = (WeeklyFormats.Find(format)!, ReportOptions.File with { Template = template });
        TemplateTrial Trial(string name, WeeklyReport report) => new(name, output => writer.Write(report, output, options, cancellationToken));
        return new TemplateCheck(
            format,
            [.. SampleWeeks.All.Select(sample => Trial(sample.Name, sample.Report))],
            (Trial("", SampleWeeks.Full()), Trial("", SampleWeeks.Incomplete()), "The report is the same when not everything was seen. Write verdict.sentences, or complete, or it will be read as a clean one.")).Review();
    }

    private TemplateReview Review()
    {
        var errors = Errors().Distinct(StringComparer.Ordinal).ToList();
        return new TemplateReview(_trials.Count, errors, errors.Count > 0 ? [] : [.. Warnings()]);
    }

    /// <summary>Of each error the first sample, which is named with it when others render.</summary>
    private List<string> Errors()
    {
        var failed = new List<(string Sample, string Error)>();
        foreach (var trial in _trials)
        {
            try
            {
                trial.Render(Stream.Null);
            }
            catch (TemplateException wrong)
            {
                failed.Add((trial.Name, wrong.Message));
            }
        }
        return [.. failed.GroupBy(one => one.Error, one => one.Sample, StringComparer.Ordinal)
            .Select(one => one.Count() == _trials.Count ? one.Key : $"{one.Key} (Seen with {one.First()}.)")];
    }

    private IEnumerable<string> Warnings()
    {
        foreach (var (usual, other, warning) in _differences)
            if (Text(usual) == Text(other))
                yield return warning;
        foreach (var warning in _format == "html" ? OfPage(Text(_differences[0].Usual)) : []) yield return warning;
        if (_format == "markdown" && _trials.Max(trial => Encoding.UTF8.GetByteCount(Text(trial))) > JobSummary)
            yield return "With 2,000 findings the report has more than 1 MiB, which GitHub refuses as a job summary. Write of each policy what is shown, policy.shown, or break off.";
    }

    private static IEnumerable<string> OfPage(string page)
    {
        if (!page.Contains("Content-Security-Policy", StringComparison.Ordinal))
            yield return "The page has no content security policy. Write {{ content_security_policy }} into its head, with the names of the files whose styles and scripts it includes.";
        if (!page.Contains("charset", StringComparison.OrdinalIgnoreCase))
            yield return "The page does not say that it is UTF-8. Write <meta charset=\"utf-8\"> into its head.";
    }

    private static string Text(TemplateTrial trial)
    {
        using var output = new MemoryStream();
        trial.Render(output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
