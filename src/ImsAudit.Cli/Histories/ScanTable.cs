using System.Globalization;
using ImsAudit.History.Reading;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Histories;

/// <summary>Past scans as a table.</summary>
internal static class ScanTable
{
    public static readonly string[] Head =
    [
        "as of", "run", "scope", "images", .. Severities.WorstFirst.Select(Severities.Name), "errors", "waived", "compliance", "opened", "fixed", "complete", "exit", "late",
    ];

    public static string[] Row(PastScan scan, string selection) =>
    [
        HistoryWords.Time(scan.AsOf), scan.RunId, selection, Number(scan.Images), .. Severities.WorstFirst.Select(severity => Number(scan.Findings[severity])),
        Number(scan.Errors), Number(scan.Waived), HistoryWords.Percent(scan.Compliance), Number(scan.Opened), Number(scan.Fixed),
        HistoryWords.Complete(scan), Number(scan.ExitCode), scan.Late ? "late" : "",
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
