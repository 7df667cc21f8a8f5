using System.Globalization;
using ImsAudit.Baselines;
using ImsAudit.History.Databases;
using ImsAudit.History.Recording;
using ImsAudit.Results;

namespace ImsAudit.History.Reading;

/// <summary>The findings that are open at a moment, for the scan of that moment.</summary>
internal static class KnownQuery
{
    private const string Sql = """
        SELECT fingerprint, first_seen, outcome, image_id, place_id FROM finding
        WHERE (fixed_at IS NULL OR fixed_at > @at) AND first_seen <= @at
        """;

    public static async Task<KnownFindings> RunAsync(Session session, ScanCoverage coverage, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var places = await PlaceBook.LoadAsync(session, cancellationToken);
        var rows = await session.QueryAsync(
            Sql,
            row => (Fingerprint: row.Key(0), FirstSeen: row.Time(1), Outcome: (Outcome)row.GetInt64(2), IsGroup: row.IsDBNull(3), Place: row.GetInt64(4)),
            cancellationToken,
            SqlValue.Of("@at", Moment.ToStore(asOf)));
        var known = new Dictionary<string, KnownFinding>(StringComparer.Ordinal);
        // What was said of groups of images under another selection is another thing.
        foreach (var row in rows.Where(row => !row.IsGroup || places.IsAsked(row.Place, coverage)))
            known[Hex(row.Fingerprint)] = new KnownFinding(row.FirstSeen, row.Outcome);
        return new KnownFindings(known, asOf);
    }

    public static string Hex(UInt128 fingerprint) => fingerprint.ToString("x32", CultureInfo.InvariantCulture);
}
