using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary><c>json</c>: the result itself.</summary>
internal static class JsonReport
{
    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken) =>
        ResultJson.Write(result, output);
}
