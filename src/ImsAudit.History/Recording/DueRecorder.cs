using System.Data;
using System.Data.Common;
using ImsAudit.History.Databases;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>
/// Writes what a scan changes in what is due: what was not forecast before, what no longer is. A forecast belongs to the
/// selection that was scanned, and is replaced by the selection's next one.
/// </summary>
/// <param name="waivers">The number of a waiver.</param>
internal sealed class DueRecorder(ScanBooks books, ImageRecorder images, Func<AppliedWaiver?, long?> waivers) : IAsyncDisposable
{
    private static readonly (string, DbType)[] s_columns =
    [
        ("id", DbType.Int64), ("selection_id", DbType.Int64), ("fingerprint", DbType.Binary), ("policy_id", DbType.Int64), ("severity", DbType.Int64),
        ("image_id", DbType.Int64), ("group_key", DbType.String), ("due_at", DbType.Int64), ("waiver_id", DbType.Int64), ("from_at", DbType.Int64),
    ];

    private readonly BulkInsert _inserts = new(books.Session, "due", s_columns);
    private readonly IdGroups _ended = new();

    public async Task RecordAsync((long Selection, long PolicySet) of, IReadOnlyList<SeenDue> due, CancellationToken cancellationToken)
    {
        if (await LatestAsync(of.Selection, cancellationToken) > books.At) return;
        var known = await books.Session.QueryAsync("SELECT id, fingerprint, due_at, policy_id FROM due WHERE to_at IS NULL AND selection_id = @selection", Read, cancellationToken, SqlValue.Of("@selection", of.Selection));
        var still = new HashSet<(UInt128, long)>();
        var had = known.Select(row => (row.Fingerprint, row.DueAt)).ToHashSet();
        var last = await books.Session.CountAsync("SELECT MAX(id) FROM due", [], cancellationToken);
        foreach (var one in due)
        {
            var key = (one.Finding.Fingerprint, DueAt(one));
            if (still.Add(key) && !had.Contains(key)) await _inserts.AddAsync(Cells(++last, of.Selection, one), cancellationToken);
        }
        var again = still.Select(key => key.Item1).ToHashSet();
        // Of saved responses nobody ever knows whether they are whole; the latest ones are all that is known then.
        var whole = books.Coverage.Asked.Count == 0 || books.IsWhole(of.Selection);
        foreach (var gone in known.Where(row => !still.Contains((row.Fingerprint, row.DueAt)) && (again.Contains(row.Fingerprint) || (whole && books.Policies.IsIn(row.Policy, of.PolicySet)))))
            _ended.Add(books.At, gone.Id);
        await _ended.WriteAsync(books.Session, "UPDATE due SET to_at = @value", [], cancellationToken);
        await _inserts.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _inserts.DisposeAsync();

    private async Task<long> LatestAsync(long selection, CancellationToken cancellationToken) =>
        (await books.Session.QueryAsync("SELECT MAX(as_of) FROM scan WHERE place_id = @selection", row => row.Number(0), cancellationToken, SqlValue.Of("@selection", selection)))[0] ?? long.MinValue;

    private object?[] Cells(long number, long selection, SeenDue due)
    {
        var finding = due.Finding;
        return
        [
            number, selection, Rows.Bytes(finding.Fingerprint), books.Policies.NumberOf(finding.Policy), (long)finding.Severity,
            finding.Image is { } image ? images.NumberOf(image) : null, StoredText.Of(finding.Group), DueAt(due), waivers(due.Expiring), books.At,
        ];
    }

    private static long DueAt(SeenDue due) => Moment.ToStore(new DateTimeOffset(due.By, TimeOnly.MinValue, TimeSpan.Zero));

    private static (long Id, UInt128 Fingerprint, long DueAt, long Policy) Read(DbDataReader row) => (row.GetInt64(0), row.Key(1), row.GetInt64(2), row.GetInt64(3));
}
