using System.Data;
using System.Data.Common;
using ImsAudit.History.Databases;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>
/// Writes what a scan changes in the findings: those that were not open, those that came out otherwise, those that are
/// fixed. What is open as it was is not written; that it was seen again is told by the place's coverage.
/// </summary>
/// <param name="waivers">The number of a waiver.</param>
internal sealed class FindingRecorder(ScanBooks books, ImageRecorder images, Func<AppliedWaiver?, long?> waivers) : IAsyncDisposable
{
    private static readonly (string, DbType)[] s_columns =
    [
        ("id", DbType.Int64), ("fingerprint", DbType.Binary), ("policy_id", DbType.Int64), ("severity", DbType.Int64), ("outcome", DbType.Int64),
        ("image_id", DbType.Int64), ("group_key", DbType.String), ("place_id", DbType.Int64), ("first_seen", DbType.Int64), ("last_seen", DbType.Int64),
        ("reopened", DbType.Int64), ("first_outcome", DbType.Int64), ("waived_at", DbType.Int64), ("waiver_id", DbType.Int64),
    ];

    private readonly BulkInsert _inserts = new(books.Session, "finding", s_columns);
    private readonly BulkInsert _changes = new(books.Session, "outcome_change", [("finding_id", DbType.Int64), ("changed_at", DbType.Int64), ("outcome", DbType.Int64)]);
    private readonly Dictionary<UInt128, List<OpenFinding>> _open = [];
    private readonly HashSet<long> _seen = [];
    private readonly HashSet<long> _undecided = [];
    private readonly IdGroups _fixed = new();
    private readonly IdGroups _touched = new();
    private DbCommand? _past;
    private DbCommand? _update;
    private long _last;
    private bool _hasPast;

    /// <summary>True when there was a finding of a place that a later scan had looked at before.</summary>
    public bool Late { get; private set; }

    /// <summary>Policies of which something could not be judged as a whole: what they did not find is not known to be gone.</summary>
    public IReadOnlySet<long> Undecided => _undecided;

    /// <summary>Findings that no waiver covers and that were not open before; those of which a waiver ended are among them.</summary>
    public long Opened { get; private set; }

    public long Reopened { get; private set; }

    /// <summary>Without those that a waiver covered: nobody had to mend them.</summary>
    public long Fixed { get; private set; }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var finding in await books.Session.QueryAsync(OpenFinding.Query, OpenFinding.Read, cancellationToken)) Know(finding);
        _last = await books.Session.CountAsync("SELECT MAX(id) FROM finding", [], cancellationToken);
        _hasPast = await books.Session.CountAsync("SELECT COUNT(*) FROM (SELECT 1 AS one FROM finding WHERE fixed_at IS NOT NULL LIMIT 1) AS past", [], cancellationToken) > 0;
    }

    /// <param name="selection">The place of all that the scan looked at: a group's home.</param>
    public async Task AddAsync(SeenFinding seen, long selection, CancellationToken cancellationToken)
    {
        var policy = books.Policies.NumberOf(seen.Policy);
        if (seen is { Image: null, Outcome: Outcome.Error }) _undecided.Add(policy);
        var place = seen.Image is null ? selection : await books.Places.OfImageAsync(seen.Scope, seen.Categories, books.Coverage, cancellationToken);
        var known = _open.GetValueOrDefault(seen.Fingerprint)?.Find(open => open.Image is not null || books.Places.IsAsked(open.Place, books.Coverage));
        if (books.At < Math.Max(known is null ? long.MinValue : LastSeenOf(known), books.Policies.CoveredAt(place, policy) ?? long.MinValue))
        {
            Late = true;
            if (known is not null) _seen.Add(known.Id);
        }
        else if (known is not null) await SeeAgainAsync(known, seen, place, cancellationToken);
        else await OpenAsync(seen, (policy, place), cancellationToken);
    }

    /// <summary>After the last finding: what the scan would have found again, and did not, is fixed.</summary>
    /// <param name="policySet">The policies that the scan judged by.</param>
    public async Task EndAsync(long policySet, CancellationToken cancellationToken)
    {
        foreach (var gone in _open.Values.SelectMany(same => same).Where(open => !_seen.Contains(open.Id) && IsFixed(open, policySet)))
        {
            _fixed.Add(LastSeenOf(gone), gone.Id);
            if (gone.Outcome != Outcome.Waived) Fixed++;
        }
        await _fixed.WriteAsync(books.Session, "UPDATE finding SET last_seen = @value, fixed_at = @at", [SqlValue.Of("@at", books.At)], cancellationToken);
        await _touched.WriteAsync(books.Session, "UPDATE finding SET last_seen = @value", [], cancellationToken);
        await _inserts.FlushAsync(cancellationToken);
        await _changes.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _inserts.DisposeAsync();
        await _changes.DisposeAsync();
        if (_past is not null) await _past.DisposeAsync();
        if (_update is not null) await _update.DisposeAsync();
    }

    private bool IsFixed(OpenFinding open, long policySet)
    {
        if (!books.Policies.IsIn(open.Policy, policySet) || _undecided.Contains(open.Policy) || books.At < LastSeenOf(open)) return false;
        if (books.IsWhole(open.Place)) return true;
        return open.Image is { } image && images.SeenAt(image) is { } seenAt && books.IsSeenThrough(open.Place, seenAt);
    }

    private async Task SeeAgainAsync(OpenFinding known, SeenFinding seen, long place, CancellationToken cancellationToken)
    {
        if (!_seen.Add(known.Id)) return;
        var settled = books.Settled(known.Place, place);
        var waivedAt = seen.Outcome == Outcome.Waived ? known.WaivedAt ?? books.At : (long?)null;
        var now = known with { Severity = seen.Severity, Outcome = seen.Outcome, Place = settled, WaivedAt = waivedAt, Waiver = waivers(seen.Waiver) };
        if (now != known) await UpdateAsync(now, cancellationToken);
        if (known.Outcome == Outcome.Waived && now.Outcome != Outcome.Waived) Count(isBack: true);
        if (now.Outcome != known.Outcome) await _changes.AddAsync([known.Id, books.At, (long)now.Outcome], cancellationToken);
        if (!books.IsWhole(settled)) _touched.Add(books.At, known.Id);
    }

    private async Task OpenAsync(SeenFinding seen, (long Policy, long Place) at, CancellationToken cancellationToken)
    {
        var (intervals, lastFixed) = await PastOfAsync(seen.Fingerprint, cancellationToken);
        if (lastFixed > books.At)
        {
            Late = true;
            return;
        }
        if (seen.Outcome != Outcome.Waived) Count(isBack: intervals > 0);
        var opened = new OpenFinding
        {
            Id = ++_last,
            Fingerprint = seen.Fingerprint,
            Policy = at.Policy,
            Severity = seen.Severity,
            Outcome = seen.Outcome,
            Image = seen.Image is { } image ? images.NumberOf(image) : null,
            Place = at.Place,
            FirstSeen = books.At,
            LastSeen = books.At,
            WaivedAt = seen.Outcome == Outcome.Waived ? books.At : null,
            Waiver = waivers(seen.Waiver),
        };
        Know(opened);
        _seen.Add(opened.Id);
        await _inserts.AddAsync(Cells(opened, StoredText.Of(seen.Group), reopened: intervals > 0), cancellationToken);
    }

    private void Count(bool isBack)
    {
        Opened++;
        if (isBack) Reopened++;
    }

    private void Know(OpenFinding finding)
    {
        if (!_open.TryGetValue(finding.Fingerprint, out var same)) _open[finding.Fingerprint] = same = new(1);
        same.Add(finding);
    }

    private static object?[] Cells(OpenFinding finding, string? group, bool reopened) =>
    [
        finding.Id, Rows.Bytes(finding.Fingerprint), finding.Policy, (long)finding.Severity, (long)finding.Outcome, finding.Image, group, finding.Place, finding.FirstSeen, finding.LastSeen,
        reopened ? 1L : 0L, (long)finding.Outcome, finding.WaivedAt, finding.Waiver,
    ];

    private async Task<(long Intervals, long? LastFixed)> PastOfAsync(UInt128 fingerprint, CancellationToken cancellationToken)
    {
        if (!_hasPast) return (0, null);
        _past ??= await books.Session.PrepareAsync("SELECT COUNT(*), MAX(fixed_at) FROM finding WHERE fingerprint = @fingerprint AND fixed_at IS NOT NULL", [SqlValue.Of("@fingerprint", Array.Empty<byte>())], cancellationToken);
        _past.Parameters[0].Value = Rows.Bytes(fingerprint);
        await using var reader = await _past.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.Number(1));
    }

    private async Task UpdateAsync(OpenFinding now, CancellationToken cancellationToken)
    {
        _update ??= await books.Session.PrepareAsync(
            "UPDATE finding SET severity = @severity, outcome = @outcome, place_id = @place, waived_at = @waived, waiver_id = @waiver WHERE id = @id",
            [SqlValue.Of("@severity", 0L), SqlValue.Of("@outcome", 0L), SqlValue.Of("@place", 0L), SqlValue.Of("@waived", 0L), SqlValue.Of("@waiver", 0L), SqlValue.Of("@id", 0L)],
            cancellationToken);
        object?[] values = [(long)now.Severity, (long)now.Outcome, now.Place, now.WaivedAt, now.Waiver, now.Id];
        foreach (var (at, value) in values.Index()) _update.Parameters[at].Value = value ?? DBNull.Value;
        await _update.ExecuteNonQueryAsync(cancellationToken);
    }

    private long LastSeenOf(OpenFinding open) => Math.Max(open.LastSeen, books.Policies.CoveredAt(open.Place, open.Policy) ?? open.LastSeen);
}
