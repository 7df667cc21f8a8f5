using ImsAudit.Cli.Outputs;
using ImsAudit.Cli.Sources;
using ImsAudit.Evaluation;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Cli.Commands;

/// <summary>The short way of a scan with <c>--unsorted</c>: one file with an image a line, judged while it is read, on all cores.</summary>
internal static class LineScan
{
    /// <returns>Null when the scan must go the general way, which comes to the same.</returns>
    public static async Task<AuditResult?> TryAsync(Invocation invocation, ImageSource source, (PolicySet Policies, AuditOptions Options) audit, OpenReports reports)
    {
        if (source is not FileSource files || !LineAudit.CanJudge(audit.Policies, audit.Options)) return null;
        using var lines = await files.OpenLinesAsync();
        return lines is null ? null : await reports.StreamLinesAsync(output =>
            LineAudit.RunAsync(audit.Policies, lines, (audit.Options, invocation.Surroundings.Clock, output, Environment.ProcessorCount), invocation.Cancellation), invocation.Surroundings.TempFolder);
    }
}
