using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary><c>markdown</c>, as GitHub reads it.</summary>
internal static class MarkdownReport
{
    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Into(output);
        (options.Template ?? ReportTemplate.Shipped("report.md")).Render((result, options.ShowWaived), new MarkdownEncoding(), text, cancellationToken);
    }
}
