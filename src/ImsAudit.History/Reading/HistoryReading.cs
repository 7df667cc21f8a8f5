using System.Data.Common;
using ImsAudit.History.Databases;
using ImsAudit.History.Recording;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.History.Reading;

/// <summary>Answers questions about one moment of a history (<see cref="HistoryStore.ReadAsync{T}"/>).</summary>
public sealed class HistoryReading
{
    private static readonly ImageCategory[] s_shared = [ImageCategory.SharedPending, ImageCategory.SharedAccepted, ImageCategory.SharedRejected];

    private readonly Session _session;
    private readonly PlaceBook _places;
    private readonly PolicyBook _policies;
    private readonly Dictionary<long, PastWaiver> _waivers;

    private HistoryReading(Session session, PlaceBook places, PolicyBook policies, Dictionary<long, PastWaiver> waivers) =>
        (_session, _places, _policies, _waivers) = (session, places, policies, waivers);

    /// <summary>All time.</summary>
    public static Period Always { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    internal static async Task<HistoryReading> OpenAsync(Session session, CancellationToken cancellationToken) => new(
        session,
        await PlaceBook.LoadAsync(session, cancellationToken),
        await PolicyBook.LoadAsync(session, cancellationToken),
        (await session.QueryAsync(ReadingSql.Waivers, ReadingRows.Waiver, cancellationToken)).ToDictionary(row => row.Number, row => row.Waiver));

    /// <summary>The scans of a period, the oldest first.</summary>
    public async Task<IReadOnlyList<PastScan>> ScansAsync(Period period, CancellationToken cancellationToken) =>
        await _session.QueryAsync(ReadingSql.Scans, ReadingRows.Scan, cancellationToken, From(period), To(period));

    /// <summary>
    /// The findings that were open at some time in a period: new in it are those whose FirstSeen it contains (back again
    /// those that are Reopened), fixed in it those whose FixedAt it contains. The worst first.
    /// </summary>
    public async Task<IReadOnlyList<FindingInterval>> FindingsAsync(Period period, CancellationToken cancellationToken) =>
        await _session.QueryAsync(ReadingSql.Findings + ReadingSql.InPeriod, Finding, cancellationToken, From(period), To(period));

    /// <summary>What a scan saw, as far as it is still known: what was open at its moment, where it looked, under its policies.</summary>
    public async Task<IReadOnlyList<FindingInterval>> FindingsOfAsync(PastScan scan, CancellationToken cancellationToken)
    {
        var asked = _places.ListingsOf(scan.Selection).ToHashSet();
        var open = await _session.QueryAsync(ReadingSql.Findings + ReadingSql.InPeriod, row => (Finding: Finding(row), Policy: row.GetInt64(2), Place: row.GetInt64(8)), cancellationToken,
            SqlValue.Of("@from", Moment.ToStore(scan.AsOf) + 1), SqlValue.Of("@to", Moment.ToStore(scan.AsOf) + 1));
        var then = await EarlierOutcomesAsync(Moment.FromStore(Moment.ToStore(scan.AsOf) + 1), cancellationToken);
        return [.. open
            .Where(row => _policies.IsIn(row.Policy, scan.PolicySet) && (asked.Count == 0 || _places.ListingsOf(row.Place).All(listing => asked.Contains(listing) || asked.Contains(listing.Unfiltered))))
            .Select(row => then.TryGetValue(row.Finding.Number, out var outcome) ? row.Finding with { Outcome = outcome } : row.Finding)];
    }

    /// <summary>Every interval of one finding, the oldest first.</summary>
    /// <param name="fingerprint">32 hexadecimal digits.</param>
    public async Task<IReadOnlyList<FindingInterval>> LifeOfAsync(string fingerprint, CancellationToken cancellationToken) =>
        await _session.QueryAsync(ReadingSql.Findings + ReadingSql.OfFingerprint, Finding, cancellationToken, SqlValue.Of("@fingerprint", Rows.Bytes(SeenFinding.KeyOf(fingerprint))));

    /// <summary>The outcomes of an interval in their order, from the one that it began with.</summary>
    public async Task<IReadOnlyList<OutcomeChange>> OutcomesOfAsync(FindingInterval finding, CancellationToken cancellationToken)
    {
        var number = SqlValue.Of("@finding", finding.Number);
        var first = (Outcome)await _session.CountAsync(ReadingSql.FirstOutcome, [number], cancellationToken);
        var later = await _session.QueryAsync(ReadingSql.OutcomeChanges, row => new OutcomeChange(row.Time(0), (Outcome)row.GetInt64(1)), cancellationToken, number);
        return [new OutcomeChange(finding.FirstSeen, first), .. later];
    }

    /// <summary>The outcomes that intervals had at a moment, by their numbers; only of those that had another one later.</summary>
    internal async Task<IReadOnlyDictionary<long, Outcome>> EarlierOutcomesAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var changes = await _session.QueryAsync(ReadingSql.AllOutcomeChanges, row => (Finding: row.GetInt64(0), At: row.Time(1), Outcome: (Outcome)row.GetInt64(2)), cancellationToken);
        if (!changes.Exists(change => change.At >= at)) return new Dictionary<long, Outcome>();
        var then = (await _session.QueryAsync(ReadingSql.FirstOutcomes, row => (row.GetInt64(0), (Outcome)row.GetInt64(1)), cancellationToken)).ToDictionary();
        foreach (var change in changes.Where(change => change.At < at)) then[change.Finding] = change.Outcome;
        return then;
    }

    /// <summary>What happened to images in a period, in order: appeared, changed in a field that is kept, gone, returned.</summary>
    public async Task<IReadOnlyList<ImageChange>> ImageChangesAsync(Period period, CancellationToken cancellationToken)
    {
        var changes = await _session.QueryAsync(ReadingSql.Versions, row => ChangesOf(row).ToList(), cancellationToken, From(period), To(period));
        return [.. changes.SelectMany(change => change).Where(change => period.Contains(change.At)).OrderBy(change => change.At)];
    }

    /// <summary>The share ledger: for each image that others share with us, when it was pending, accepted, rejected.</summary>
    public async Task<IReadOnlyList<ShareState>> SharesAsync(CancellationToken cancellationToken)
    {
        var mask = s_shared.Sum(category => 1L << (int)category);
        var rows = await _session.QueryAsync(ReadingSql.AllVersions + ReadingSql.Shared + ReadingSql.ByImage, row => (Number: row.GetInt64(0), State: Share(row)), cancellationToken, SqlValue.Of("@mask", mask));
        var ledger = new List<(long Number, ShareState State)>();
        foreach (var (number, state) in rows)
        {
            // Another content in the same category is the same share.
            if (ledger is [.., var last] && last.Number == number && last.State.Status == state.Status && last.State.Until == state.Since)
                ledger[^1] = (number, state with { Since = last.State.Since });
            else ledger.Add((number, state));
        }
        return [.. ledger.Select(entry => entry.State)];
    }

    /// <summary>What was forecast at a moment, the earliest first.</summary>
    public async Task<IReadOnlyList<PastDue>> DueAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        await _session.QueryAsync(ReadingSql.Due, Due, cancellationToken, SqlValue.Of("@at", Moment.ToStore(at)));

    /// <summary>Every waiver that scans were given, by its last day.</summary>
    public IReadOnlyList<PastWaiver> Waivers => [.. _waivers.Values];

    /// <summary>Compliance and counts over periods of one length that end now, for each selection that scans were made of.</summary>
    /// <param name="until">The end of the last period, UTC.</param>
    public async Task<IReadOnlyList<TrendSeries>> TrendAsync(DateTimeOffset until, TimeSpan length, int count, CancellationToken cancellationToken)
    {
        var periods = Period.Before(until, length, count);
        if (periods.Count == 0) return [];
        var scans = await ScansAsync(new Period(periods[0].From, periods[^1].To), cancellationToken);
        return [.. scans.GroupBy(scan => scan.Selection).OrderBy(group => group.Key).Select(group => TrendSeries.Of(NameOf(group.Key), periods, [.. group]))];
    }

    /// <summary>Whether a scan of one selection looks at all that a scan of the other looks at.</summary>
    internal bool Covers(long selection, long other)
    {
        var asked = _places.ListingsOf(selection).ToHashSet();
        return _places.ListingsOf(other) is { Count: > 0 } listings && listings.All(listing => asked.Contains(listing) || asked.Contains(listing.Unfiltered));
    }

    /// <summary>Whether somebody had looked before where the image came, so that it was not there before.</summary>
    internal bool WasLookedForBefore(ImageChange change, ImageCategory category) => _places.WasKnown(change.Place, category, Moment.ToStore(change.At));

    /// <summary>The policies of one set that another one lacks, in order.</summary>
    internal IReadOnlyList<string> PoliciesWithout(long set, long other) => _policies.Without(set, other);

    /// <summary>What a selection covers, in a few words.</summary>
    public string NameOf(long selection)
    {
        var listings = _places.ListingsOf(selection);
        if (listings.Count == 0) return "saved responses";
        var scopes = listings.Select(listing => listing.Scope.ToString()).Where(scope => scope.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var narrowest = scopes.Where(scope => !scopes.Exists(other => other.StartsWith(scope + "/", StringComparison.Ordinal))).ToList();
        var categories = listings.Select(listing => listing.Category).Distinct().ToList();
        var what = categories.Count == ImageCategories.All.Count ? "" : $" ({string.Join(", ", categories.Order().Select(ImageCategories.Name))})";
        return (narrowest.Count == 0 ? "the estate" : string.Join(", ", narrowest)) + what + (listings.Any(listing => listing.Filter.Length > 0) ? ", filtered" : "");
    }

    internal Session Session => _session;

    internal ImageVersion Version(DbDataReader row)
    {
        var (lastSeen, to) = (row.GetInt64(8), row.MaybeTime(9));
        var seen = to is null ? Math.Max(lastSeen, _policies.CoveredAt(row.GetInt64(10)) ?? lastSeen) : lastSeen;
        return new ImageVersion(ReadingRows.Image(row, 1, 5), row.GetString(6), row.Time(7), Moment.FromStore(seen), to);
    }

    internal FindingInterval Finding(DbDataReader row)
    {
        var (place, lastSeen, fixedAt) = (row.GetInt64(8), row.GetInt64(10), row.MaybeTime(11));
        return new FindingInterval
        {
            Number = row.GetInt64(0),
            Fingerprint = KnownQuery.Hex(row.Key(1)),
            Policy = row.GetString(3),
            PolicyTitle = row.GetString(4),
            Severity = (Severity)row.GetInt64(5),
            Outcome = (Outcome)row.GetInt64(6),
            Image = row.IsDBNull(15) ? null : ReadingRows.Image(row, 15, 19),
            Group = row.Text(7),
            FirstSeen = row.Time(9),
            LastSeen = Moment.FromStore(fixedAt is null ? Math.Max(lastSeen, _policies.CoveredAt(place, row.GetInt64(2)) ?? lastSeen) : lastSeen),
            FixedAt = fixedAt,
            Reopened = row.GetInt64(12) != 0,
            WaivedAt = row.MaybeTime(13),
            Waiver = row.Number(14) is { } waiver ? _waivers.GetValueOrDefault(waiver) : null,
        };
    }

    private PastDue Due(DbDataReader row) => new(
        row.GetInt64(0),
        KnownQuery.Hex(row.Key(1)),
        new PastPolicy(row.GetString(2), row.GetString(3), (Severity)row.GetInt64(4)),
        row.IsDBNull(8) ? null : ReadingRows.Image(row, 8, 12),
        row.Text(5),
        DateOnly.FromDateTime(row.Time(6).UtcDateTime),
        row.Number(7) is { } waiver ? _waivers.GetValueOrDefault(waiver) : null);

    private static IEnumerable<ImageChange> ChangesOf(DbDataReader row)
    {
        var (image, from, place) = (ReadingRows.Image(row, 0, 4), row.Time(6), row.GetInt64(12));
        var before = row.IsDBNull(8) ? null : ReadingRows.Image(row, 0, 8);
        var came = before is null ? ImageChangeKind.Appeared : row.MaybeTime(10) == from ? ImageChangeKind.Changed : ImageChangeKind.Returned;
        yield return new ImageChange(came, from, image, before) { Place = place };
        if (row.MaybeTime(7) is { } to && row.MaybeTime(11) != to) yield return new ImageChange(ImageChangeKind.Gone, to, image, image) { Place = place };
    }

    private ShareState Share(DbDataReader row)
    {
        var version = Version(row);
        return new ShareState(version.Image, version.Image.Categories.First(s_shared.Contains), version.From, version.LastSeen, version.To);
    }

    private static SqlValue From(Period period) => SqlValue.Of("@from", Moment.ToStoreFrom(period.From));

    private static SqlValue To(Period period) => SqlValue.Of("@to", Moment.ToStoreFrom(period.To));
}
