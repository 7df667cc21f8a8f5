using ImsAudit.History.Reading;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Exporting;

/// <summary>A history as Parquet files, for DuckDB, Spark or Trino: one of scans, one of findings, one of images.</summary>
public sealed class HistoryExport(HistoryReading reading)
{
    /// <summary>The files' names.</summary>
    public const string Scans = "scans.parquet";

    public const string Findings = "findings.parquet";

    public const string Images = "images.parquet";

    private static readonly ParquetTable<PastScan> s_scans = new(
        new TextColumn<PastScan>("run_id", scan => scan.RunId),
        new TimeColumn<PastScan>("as_of", scan => scan.AsOf),
        new TimeColumn<PastScan>("started_at", scan => scan.StartedAt),
        new TimeColumn<PastScan>("finished_at", scan => scan.FinishedAt),
        new TextColumn<PastScan>("tool", scan => scan.Tool),
        new NumberColumn<PastScan>("selection", scan => scan.Selection),
        new NumberColumn<PastScan>("images", scan => scan.Images),
        new FlagColumn<PastScan>("complete", scan => scan.IsComplete),
        new NumberColumn<PastScan>("exit_code", scan => scan.ExitCode),
        new NumberColumn<PastScan>("policies", scan => scan.Policies),
        new NumberColumn<PastScan>("critical", scan => scan.Findings[Severity.Critical]),
        new NumberColumn<PastScan>("high", scan => scan.Findings[Severity.High]),
        new NumberColumn<PastScan>("medium", scan => scan.Findings[Severity.Medium]),
        new NumberColumn<PastScan>("low", scan => scan.Findings[Severity.Low]),
        new NumberColumn<PastScan>("info", scan => scan.Findings[Severity.Info]),
        new NumberColumn<PastScan>("errors", scan => scan.Errors),
        new NumberColumn<PastScan>("waived", scan => scan.Waived),
        new NumberColumn<PastScan>("baselined", scan => scan.Baselined),
        new ShareColumn<PastScan>("compliance", scan => scan.Compliance),
        new NumberColumn<PastScan>("opened", scan => scan.Opened),
        new NumberColumn<PastScan>("reopened", scan => scan.Reopened),
        new NumberColumn<PastScan>("fixed", scan => scan.Fixed),
        new FlagColumn<PastScan>("late", scan => scan.Late),
        new TextColumn<PastScan>("policy_set_sha256", scan => scan.PolicySetSha256),
        new TextColumn<PastScan>("snapshot_sha256", scan => scan.SnapshotSha256));

    private static readonly ParquetTable<FindingInterval> s_findings = new(
        new TextColumn<FindingInterval>("fingerprint", finding => finding.Fingerprint),
        new TextColumn<FindingInterval>("policy", finding => finding.Policy),
        new TextColumn<FindingInterval>("policy_title", finding => finding.PolicyTitle),
        new TextColumn<FindingInterval>("severity", finding => finding.Severity.Name()),
        new TextColumn<FindingInterval>("outcome", finding => finding.Outcome.Name()),
        new TextColumn<FindingInterval>("image_id", finding => finding.Image?.Id),
        new TextColumn<FindingInterval>("image_name", finding => finding.Image?.Name),
        new TextColumn<FindingInterval>("cloud", finding => finding.Image?.Scope.Cloud),
        new TextColumn<FindingInterval>("region", finding => finding.Image?.Scope.Region),
        new TextColumn<FindingInterval>("project", finding => finding.Image?.Scope.Project),
        new TextColumn<FindingInterval>("categories", finding => finding.Image?.Categories.ToString()),
        new TextColumn<FindingInterval>("group_key", finding => finding.Group),
        new TimeColumn<FindingInterval>("first_seen", finding => finding.FirstSeen),
        new TimeColumn<FindingInterval>("last_seen", finding => finding.LastSeen),
        new TimeColumn<FindingInterval>("fixed_at", finding => finding.FixedAt),
        new FlagColumn<FindingInterval>("reopened", finding => finding.Reopened),
        new TimeColumn<FindingInterval>("waived_at", finding => finding.WaivedAt),
        new TextColumn<FindingInterval>("waiver_owner", finding => finding.Waiver?.Note.Owner),
        new TextColumn<FindingInterval>("waiver_reason", finding => finding.Waiver?.Note.Reason));

    private static readonly ParquetTable<ImageVersion> s_images = new(
        new TextColumn<ImageVersion>("id", version => version.Image.Id),
        new TextColumn<ImageVersion>("cloud", version => version.Image.Scope.Cloud),
        new TextColumn<ImageVersion>("region", version => version.Image.Scope.Region),
        new TextColumn<ImageVersion>("project", version => version.Image.Scope.Project),
        new TextColumn<ImageVersion>("categories", version => version.Image.Categories.ToString()),
        new TextColumn<ImageVersion>("name", version => version.Image.Name),
        new TextColumn<ImageVersion>("owner", version => version.Image.Owner),
        new TextColumn<ImageVersion>("visibility", version => version.Image.TextOf("visibility")),
        new TextColumn<ImageVersion>("protected", version => version.Image.TextOf("protected")),
        new TextColumn<ImageVersion>("fields", version => version.FieldsJson),
        new TimeColumn<ImageVersion>("valid_from", version => version.From),
        new TimeColumn<ImageVersion>("last_seen", version => version.LastSeen),
        new TimeColumn<ImageVersion>("valid_to", version => version.To));

    public Task<long> WriteScansAsync(Stream output, CancellationToken cancellationToken) =>
        s_scans.WriteAsync(output, StreamOf(ReadingSql.AllScans, ReadingRows.Scan, cancellationToken), cancellationToken);

    public Task<long> WriteFindingsAsync(Stream output, CancellationToken cancellationToken) =>
        s_findings.WriteAsync(output, StreamOf(ReadingSql.Findings, reading.Finding, cancellationToken), cancellationToken);

    public Task<long> WriteImagesAsync(Stream output, CancellationToken cancellationToken) =>
        s_images.WriteAsync(output, StreamOf(ReadingSql.AllVersions, reading.Version, cancellationToken), cancellationToken);

    private IAsyncEnumerable<T> StreamOf<T>(string sql, Func<System.Data.Common.DbDataReader, T> read, CancellationToken cancellationToken) => reading.Session.StreamAsync(sql, read, cancellationToken);
}
