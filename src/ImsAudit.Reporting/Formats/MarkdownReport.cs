using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// <c>markdown</c>, as GitHub and GitLab read it. The shipped template stays below the size of a job summary and says what it
/// left out; a user's own is as long as it makes itself.
/// </summary>
internal static class MarkdownReport
{
    // GitHub refuses a step's summary of more than 1 MiB; some of it is left to what else the step writes.
    private const int MostBytes = 1_000_000;

    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Into(output);
        (options.Template ?? ReportTemplate.Shipped("report.md").Within(MostBytes)).Render((result, options.ShowWaived), new MarkdownEncoding(), text, cancellationToken);
    }
}
