using System.Data.Common;
using System.Globalization;
using ImsAudit.History.Databases;
using ImsAudit.Images;

namespace ImsAudit.History.Recording;

/// <summary>
/// The places of a history. A place is a set of listings: those that an image came in, or all of a scan's for what was
/// said of images together. What was seen at a place is gone when all of the place was seen, and it not.
/// </summary>
internal sealed class PlaceBook
{
    private const char Separator = ',';

    private readonly Session _session;
    private readonly Dictionary<ListingKey, long> _listings = [];
    private readonly Dictionary<long, ListingKey> _byNumber = [];
    private readonly Dictionary<ListingKey, long> _knownSince = [];
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<long, IReadOnlyList<ListingKey>> _listingsOf = [];
    private readonly Dictionary<(ImageScope, CategorySet), long> _known = [];

    private PlaceBook(Session session) => _session = session;

    public IEnumerable<long> Numbers => _listingsOf.Keys;

    public static async Task<PlaceBook> LoadAsync(Session session, CancellationToken cancellationToken)
    {
        var book = new PlaceBook(session);
        foreach (var (number, key, since) in await session.QueryAsync("SELECT id, cloud, region, project, category, filter, known_since FROM listing ORDER BY id", ReadListing, cancellationToken))
        {
            book.Know(number, key);
            if (since is { } known) book._knownSince[key] = known;
        }
        foreach (var (number, text) in await session.QueryAsync("SELECT id, listings FROM place ORDER BY id", row => (row.GetInt64(0), row.GetString(1)), cancellationToken)) book.Know(number, text);
        return book;
    }

    public IReadOnlyList<ListingKey> ListingsOf(long place) => _listingsOf[place];

    /// <summary>Where a scan saw an image.</summary>
    public async ValueTask<long> OfImageAsync(ImageScope scope, CategorySet categories, ScanCoverage coverage, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((scope, categories), out var place)) return place;
        place = await OfAsync([.. categories.Select(category => coverage.ListingOf(scope, category))], cancellationToken);
        _known[(scope, categories)] = place;
        return place;
    }

    public async Task<long> OfAsync(IReadOnlyCollection<ListingKey> listings, CancellationToken cancellationToken)
    {
        var numbers = new SortedSet<long>();
        foreach (var listing in listings) numbers.Add(await NumberOfAsync(listing, cancellationToken));
        var text = string.Join(Separator, numbers);
        if (_places.TryGetValue(text, out var place)) return place;
        place = _places.Count + 1;
        await _session.ExecuteAsync("INSERT INTO place (id, listings) VALUES (@id, @listings)", [SqlValue.Of("@id", place), SqlValue.Of("@listings", text)], cancellationToken);
        Know(place, text);
        return place;
    }

    /// <summary>All of the place was seen. A place of no listing (nobody knows where) never is.</summary>
    public bool IsWhole(long place, ScanCoverage coverage) => ListingsOf(place) is { Count: > 0 } listings && listings.All(coverage.IsWhole);

    /// <summary>The scan looked everywhere in the place, whatever came of it.</summary>
    public bool IsAsked(long place, ScanCoverage coverage) => ListingsOf(place).All(coverage.IsAsked);

    /// <summary>
    /// Whether what a place of the category first showed at a moment was not there before: somebody had looked there, and
    /// not for the first time at that moment.
    /// </summary>
    /// <param name="at">A moment (<see cref="Moment"/>).</param>
    public bool WasKnown(long place, ImageCategory category, long at)
    {
        var listings = ListingsOf(place).Where(listing => listing.Category == category).ToList();
        if (listings.Exists(listing => _knownSince.TryGetValue(listing, out var since) && since == at)) return false;
        // A listing that a filter narrowed may have shown it before the whole one was looked at.
        return _knownSince.Any(known => known.Value < at && listings.Exists(listing => listing.Unfiltered == known.Key.Unfiltered));
    }

    /// <summary>Notes that a scan looked at what is in these listings.</summary>
    public async Task LookAtAsync(ScanCoverage coverage, long at, CancellationToken cancellationToken)
    {
        var seen = coverage.IsAnythingKnown ? _listings.Keys.Where(coverage.IsWhole) : _known.Values.SelectMany(ListingsOf).Distinct();
        foreach (var listing in seen.Where(listing => !_knownSince.TryGetValue(listing, out var since) || at < since).ToList())
        {
            await _session.ExecuteAsync("UPDATE listing SET known_since = @at WHERE id = @id", [SqlValue.Of("@at", at), SqlValue.Of("@id", _listings[listing])], cancellationToken);
            _knownSince[listing] = at;
        }
    }

    /// <summary>No listing of the place was narrowed by a filter.</summary>
    public bool IsUnfiltered(long place) => ListingsOf(place).All(listing => listing.Filter.Length == 0);

    private async Task<long> NumberOfAsync(ListingKey listing, CancellationToken cancellationToken)
    {
        if (_listings.TryGetValue(listing, out var number)) return number;
        number = _listings.Count + 1;
        await _session.ExecuteAsync(
            "INSERT INTO listing (id, cloud, region, project, category, filter) VALUES (@id, @cloud, @region, @project, @category, @filter)",
            [
                SqlValue.Of("@id", number), SqlValue.Of("@cloud", listing.Scope.Cloud), SqlValue.Of("@region", listing.Scope.Region),
                SqlValue.Of("@project", listing.Scope.Project), SqlValue.Of("@category", listing.Category.Name()), SqlValue.Of("@filter", listing.Filter),
            ],
            cancellationToken);
        Know(number, listing);
        return number;
    }

    private void Know(long number, ListingKey listing)
    {
        _listings[listing] = number;
        _byNumber[number] = listing;
    }

    private void Know(long number, string listings)
    {
        _places[listings] = number;
        _listingsOf[number] = [.. listings.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(text => _byNumber[long.Parse(text, CultureInfo.InvariantCulture)])];
    }

    private static (long Number, ListingKey Key, long? KnownSince) ReadListing(DbDataReader row) => (
        row.GetInt64(0),
        new ListingKey(new ImageScope(row.Text(1), row.Text(2), row.Text(3)), ImageCategories.TryParse(row.GetString(4), out var category) ? category : default, row.GetString(5)),
        row.Number(6));
}
