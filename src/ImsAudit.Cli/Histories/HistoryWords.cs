using System.Globalization;
using ImsAudit.History.Reading;

namespace ImsAudit.Cli.Histories;

/// <summary>Times, shares and sizes of a history as people read them.</summary>
internal static class HistoryWords
{
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Rounded down: only a whole is called 100 %.</summary>
    public static string Percent(double? share) => share is { } part ? $"{Math.Floor(part * 1000) / 10:0.0} %" : "-";

    public static string Size(long bytes) => bytes < 1_000_000 ? $"{bytes / 1000.0:0.0} kB" : $"{bytes / 1_000_000.0:0.0} MB";

    public static string Complete(PastScan scan) => scan.IsComplete switch
    {
        true => "complete",
        false => "INCOMPLETE",
        null => "not known",
    };

    public static string Days(TimeSpan age) => $"{(int)age.TotalDays} d";

    /// <summary>The image's name and id, or the group's key.</summary>
    public static string Subject(FindingInterval finding) => finding.Image is { } image ? $"{(string.IsNullOrEmpty(image.Name) ? "(no name)" : image.Name)}  {image.Id}" : finding.Group ?? "";
}
