using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary><c>html</c>: one file that needs nothing else.</summary>
internal static class HtmlReport
{
    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Into(output);
        (options.Template ?? ReportTemplate.Shipped("report.html")).Render((result, options.ShowWaived), new HtmlEncoding(), text, cancellationToken);
    }
}
