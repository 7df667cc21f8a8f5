using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using ImsAudit.History.Databases;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Reading;

/// <summary>Rows of the database as what they stand for.</summary>
internal static class ReadingRows
{
    public static PastScan Scan(DbDataReader row)
    {
        var (passed, evaluated) = (row.GetInt64(18), row.GetInt64(19));
        return new PastScan
        {
            RunId = row.GetString(0),
            AsOf = row.Time(1),
            StartedAt = row.Time(2),
            FinishedAt = row.Time(3),
            Tool = row.GetString(4),
            Images = row.GetInt64(5),
            Completeness = (Completeness)row.GetInt64(6),
            ExitCode = (int)row.GetInt64(7),
            FailOn = row.GetString(8),
            Policies = (int)row.GetInt64(9),
            Findings = Severities.WorstFirst.Index().ToDictionary(severity => severity.Item, severity => row.GetInt64(10 + severity.Index)),
            Errors = row.GetInt64(15),
            Waived = row.GetInt64(16),
            Baselined = row.GetInt64(17),
            Compliance = evaluated == 0 ? null : (double)passed / evaluated,
            Opened = row.GetInt64(20),
            Reopened = row.GetInt64(21),
            Fixed = row.GetInt64(22),
            Late = row.GetInt64(23) != 0,
            Selection = row.GetInt64(24),
            PolicySet = row.GetInt64(25),
            PolicySetSha256 = row.GetString(26),
            SnapshotSha256 = row.Text(27),
            Notes = row.GetString(28).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            ForecastUntil = row.MaybeTime(29),
        };
    }

    /// <param name="at">Where the image's id stands; behind it cloud, region, project.</param>
    /// <param name="contents">Where the categories stand; behind them the fields.</param>
    public static PastImage Image(DbDataReader row, int at, int contents) => new(
        row.GetString(at),
        new ImageScope(row.Text(at + 1), row.Text(at + 2), row.Text(at + 3)),
        Categories(row.Number(contents) ?? 0),
        Fields(row.Text(contents + 1)));

    public static (long Number, PastWaiver Waiver) Waiver(DbDataReader row) => (
        row.GetInt64(0),
        new PastWaiver(
            new WaiverNote(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Text(5), DateOnly.ParseExact(row.GetString(6), "O", CultureInfo.InvariantCulture)),
            row.GetString(7),
            row.Time(8),
            row.Time(9)));

    private static CategorySet Categories(long bits) => CategorySet.Of(ImageCategories.All.Where(category => (bits & (1L << (int)category)) != 0));

    private static Dictionary<string, JsonText> Fields(string? json)
    {
        var fields = new Dictionary<string, JsonText>(StringComparer.Ordinal);
        if (json is null) return fields;
        using var document = JsonDocument.Parse(json);
        foreach (var member in document.RootElement.EnumerateObject()) fields[JsonStrings.Name(member)] = JsonText.Of(member.Value);
        return fields;
    }
}
