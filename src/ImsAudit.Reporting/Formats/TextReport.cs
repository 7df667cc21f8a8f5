using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// <c>text</c>: for a terminal or a file. Every text passes <see cref="VisibleText"/>, and none is read as Spectre's markup.
/// </summary>
internal static class TextReport
{
    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Into(output);
        if (options.Template is { } template)
        {
            template.Render((result, options.ShowWaived), new PlainEncoding(), text, cancellationToken);
            return;
        }
        var page = new TextPage(text, options);
        TextSummary.Write(page, result, options);
        foreach (var group in PolicyGroup.WorstFirst(result, options.ShowWaived))
        {
            if (group.Findings.Count == 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            TextFindings.Write(page, group, options.FindingsPerPolicy);
        }
    }
}
