using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary><c>ndjson</c>: a finding a line, as the result's <c>findings</c> hold it; before them a line for each gap, behind them the closing rows.</summary>
internal static class NdjsonReport
{
    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using var rows = new NdjsonRows(output, result.Run);
        foreach (var finding in result.Findings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(finding);
        }
        rows.End(result);
    }
}
