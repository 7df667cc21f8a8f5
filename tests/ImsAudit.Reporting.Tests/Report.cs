using System.Text;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests;

/// <summary>Renders into memory.</summary>
internal static class Report
{
    private static readonly ReportOptions Everything = ReportOptions.File with { ShowWaived = true };

    public static string Of(string format, AuditResult result, ReportOptions? options = null) => Encoding.UTF8.GetString(Bytes(format, result, options));

    public static byte[] Bytes(string format, AuditResult result, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        ReportFormats.Find(format)!.Write(result, output, options ?? Everything, CancellationToken.None);
        return output.ToArray();
    }
}
