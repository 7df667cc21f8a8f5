using System.Text;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Samples;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Templates;

/// <summary>Renders a template with results of every kind, and looks at what comes out.</summary>
public sealed class TemplateCheck
{
    private const int JobSummary = 1 << 20;
    private readonly ReportFormat _format;
    private readonly ReportOptions _options;
    private readonly CancellationToken _cancellation;

    private TemplateCheck(ReportTemplate template, ReportFormat format, CancellationToken cancellationToken)
    {
        _format = format;
        _options = ReportOptions.File with { Template = template, ShowWaived = true };
        _cancellation = cancellationToken;
    }

    /// <summary>The format that a template of that name is for, told from its ending: <c>html</c>, <c>markdown</c> or <c>text</c>.</summary>
    public static ReportFormat FormatOf(string file) => ReportFormats.Find(TemplateEnding.Of(file) switch
    {
        HtmlEncoding => "html",
        MarkdownEncoding => "markdown",
        _ => "text",
    })!;

    /// <param name="format">One that takes templates.</param>
    public static TemplateReview Of(ReportTemplate template, ReportFormat format, CancellationToken cancellationToken)
    {
        var check = new TemplateCheck(template, format, cancellationToken);
        var errors = check.Errors().Distinct(StringComparer.Ordinal).ToList();
        return new TemplateReview(errors, errors.Count > 0 ? [] : [.. check.Warnings()]);
    }

    /// <summary>Of each sample the first, which is named with it when others render.</summary>
    private List<string> Errors()
    {
        var failed = new List<(string Sample, string Error)>();
        foreach (var sample in SampleResults.All)
        {
            try
            {
                _format.Write(sample.Result, Stream.Null, _options, _cancellation);
            }
            catch (TemplateException wrong)
            {
                failed.Add((sample.Name, wrong.Message));
            }
        }
        return [.. failed.GroupBy(one => one.Error, one => one.Sample, StringComparer.Ordinal)
            .Select(one => one.Count() == SampleResults.All.Count ? one.Key : $"{one.Key} (Seen with {one.First()}.)")];
    }

    private IEnumerable<string> Warnings()
    {
        var usual = Render(SampleResults.Usual);
        if (usual == Render(SampleResults.Incomplete))
            yield return "The report is the same when not everything was seen. Write verdict.sentences, or run.complete, or it will be read as a clean one.";
        if (usual == Render(SampleResults.Decided))
            yield return "The report is the same when something could not be decided. Write summary.errors, or findings whose outcome is error.";
        foreach (var warning in _format.Name == "html" ? OfPage(usual) : []) yield return warning;
        if (_format.Name == "markdown" && Encoding.UTF8.GetByteCount(Render(SampleResults.All[^1].Result)) > JobSummary)
            yield return "With 2,000 findings the report has more than 1 MiB, which GitHub refuses as a job summary. Write of each policy what is shown, policy.shown, or break off.";
    }

    private static IEnumerable<string> OfPage(string page)
    {
        if (!page.Contains("Content-Security-Policy", StringComparison.Ordinal))
            yield return "The page has no content security policy. Write {{ content_security_policy }} into its head, with the names of the files whose styles and scripts it includes.";
        if (!page.Contains("charset", StringComparison.OrdinalIgnoreCase))
            yield return "The page does not say that it is UTF-8. Write <meta charset=\"utf-8\"> into its head.";
    }

    private string Render(AuditResult result)
    {
        using var output = new MemoryStream();
        _format.Write(result, output, _options, _cancellation);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
