using ImsAudit.History.Databases;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>The row of a scan itself: its counts and how it ended.</summary>
internal static class ScanRow
{
    public static async Task InsertAsync(Session session, AuditResult result, StoredScan stored, (long Selection, long PolicySet, DateTimeOffset? ForecastUntil) at, CancellationToken cancellationToken)
    {
        var number = await session.CountAsync("SELECT MAX(id) FROM scan", [], cancellationToken) + 1;
        SqlValue[] values = [SqlValue.Of("@id", number), .. OfRun(result), .. OfSummary(result), .. OfStored(stored), SqlValue.Of("@place_id", at.Selection), SqlValue.Of("@policy_set_id", at.PolicySet),
            SqlValue.Of("@forecast_until", at.ForecastUntil is { } until ? Moment.ToStore(until) : null)];
        await session.ExecuteAsync(
            $"INSERT INTO scan ({string.Join(", ", values.Select(value => value.Name[1..]))}) VALUES ({string.Join(", ", values.Select(value => value.Name))})",
            values,
            cancellationToken);
    }

    private static SqlValue[] OfRun(AuditResult result)
    {
        var run = result.Run;
        return
        [
            SqlValue.Of("@run_id", StoredText.Of(run.Id)), SqlValue.Of("@as_of", Moment.ToStore(run.AsOf)), SqlValue.Of("@started_at", Moment.ToStore(run.StartedAt)),
            SqlValue.Of("@finished_at", Moment.ToStore(run.FinishedAt)), SqlValue.Of("@tool", $"{result.Tool.Name} {result.Tool.Version}"), SqlValue.Of("@images", run.Images),
            SqlValue.Of("@completeness", (long)run.Completeness), SqlValue.Of("@policy_set_sha256", run.PolicySetSha256), SqlValue.Of("@snapshot_sha256", run.SnapshotSha256),
            SqlValue.Of("@notes", StoredText.Of(string.Join('\n', run.Notes.Concat(run.Listings.Select(listing => listing.Error).OfType<string>())))),
        ];
    }

    private static SqlValue[] OfSummary(AuditResult result)
    {
        var summary = result.Summary;
        return
        [
            .. Severities.WorstFirst.Select(severity => SqlValue.Of($"@{severity.Name()}", summary.Findings.GetValueOrDefault(severity))),
            SqlValue.Of("@policies", summary.Policies), SqlValue.Of("@errors", summary.Errors), SqlValue.Of("@waived", summary.Waived), SqlValue.Of("@baselined", summary.Baselined),
            SqlValue.Of("@passed", result.Policies.Sum(policy => policy.Pass)), SqlValue.Of("@evaluated", result.Policies.Sum(policy => policy.Evaluated)),
            SqlValue.Of("@exit_code", summary.Gate.ExitCode), SqlValue.Of("@fail_on", summary.Gate.FailOn),
        ];
    }

    private static SqlValue[] OfStored(StoredScan stored) =>
    [
        SqlValue.Of("@opened", stored.Opened), SqlValue.Of("@reopened", stored.Reopened), SqlValue.Of("@fixed", stored.Fixed), SqlValue.Of("@late", stored.Late ? 1L : 0L),
    ];
}
