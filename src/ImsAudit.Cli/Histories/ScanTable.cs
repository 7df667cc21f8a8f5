using System.Globalization;
using ImsAudit.History.Reading;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Histories;

/// <summary>Past scans as a table.</summary>
internal static class ScanTable
{
    private const int RunShown = 12;

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

    /// <summary>What fits beside each other on a terminal.</summary>
    public static readonly string[] ShortHead = ["as of", "run", "scope", "images", "c/h/m/l/i", "errors", "waived", "compliance", "opened", "fixed", "complete", "exit"];

    public static string[] ShortRow(PastScan scan, string selection) =>
    [
        HistoryWords.Minute(scan.AsOf), scan.RunId.Length > RunShown ? scan.RunId[..RunShown] + "…" : scan.RunId, selection, Number(scan.Images),
        string.Join('/', Severities.WorstFirst.Select(severity => Number(scan.Findings[severity]))), Number(scan.Errors), Number(scan.Waived), HistoryWords.Percent(scan.Compliance),
        Number(scan.Opened), Number(scan.Fixed), HistoryWords.Complete(scan) + (scan.Late ? ", late" : ""), Number(scan.ExitCode),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
