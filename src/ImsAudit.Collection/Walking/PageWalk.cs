using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;
using ImsAudit.Inventories;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// One walk through all pages of one listing (ims-api, section Recommended walk). Where the endpoint has room for more than
/// one request, a long listing is split into stretches that are walked side by side. The proof is the plain walk's: from the
/// first page on, each page begins behind an image of the page before it, until a stretch comes to an image that another
/// passed, and so on to the end. What the walk found out stands in its properties, also when it was interrupted.
/// </summary>
internal sealed class PageWalk
{
    private readonly ApiClient _client;
    private readonly ListingQuery _query;
    private readonly CollectionSettings _settings;
    private readonly Trail _trail = new();
    private readonly Stretch _top = new(null, TimeAhead.Whole);
    private readonly Splitting _splitting;
    private readonly List<Task<Arrival>> _asked = [];
    private readonly List<string> _detours = [];
    private int _retries;

    public PageWalk(ApiClient client, ListingQuery query, CollectionSettings settings)
    {
        _client = client;
        _query = query;
        _settings = settings;
        _splitting = new Splitting(settings.Concurrency > 1 && query.CanBeSplit, settings.Concurrency);
        Url = UrlOf(query.Page(settings.PageSize, null));
    }

    public int Pages { get; private set; }

    public int Images => _trail.Count;

    public int Retries => _retries;

    /// <summary>The id of the image that came first; null when none has come.</summary>
    public string? FirstId => _trail.First;

    public string? LastId => End?.Last ?? _trail.Last;

    /// <summary>Not known while the walk goes on, or when it was interrupted.</summary>
    public ListingEnd Ended => Failure is not null ? ListingEnd.Failed : End?.Ended ?? ListingEnd.NotKnown;

    /// <summary>Why the walk did not reach the end; null when it did, or has not yet.</summary>
    public ApiFailure? Failure { get; private set; }

    /// <summary>The page that failed came whole, and is among <see cref="Pages"/>.</summary>
    public bool FailedOnTakenPage { get; private set; }

    /// <summary>The address that failed, else the one that was asked last.</summary>
    public string Url { get; private set; }

    /// <summary>What shows that the list changed or went astray while it was read.</summary>
    public IReadOnlyList<string> Drift
    {
        get
        {
            var drift = _top.Down.SelectMany(stretch => stretch.Recovery.Notes).Concat(_detours).ToList();
            if (_trail.Repeats > 0) drift.Add(NoteSentences.Duplicates(_trail.Repeats, _trail.FirstRepeat!));
            var empty = _top.Down.Select(stretch => stretch.Empty).Where(pages => pages.Followed > 0).ToList();
            if (empty.Count > 0) drift.Add(NoteSentences.EmptyPages(empty.Sum(pages => pages.Followed), empty.Min(pages => pages.First)));
            return drift;
        }
    }

    /// <summary>Whether it was walked in stretches, or why not.</summary>
    public IReadOnlyList<string> Notes => _splitting.Note is { } note ? [note] : [];

    /// <summary>The stretch that came to the end of the listing, when those above have reached it.</summary>
    private Stretch? End => Proven.Last() is { Ended: not ListingEnd.NotKnown } last ? last : null;

    /// <summary>The first stretch, the one that it met, and so on.</summary>
    private IEnumerable<Stretch> Proven
    {
        get
        {
            for (var stretch = _top; stretch is not null; stretch = stretch.Met) yield return stretch;
        }
    }

    /// <param name="found">Called with each image the first time it comes.</param>
    /// <param name="progressed">Called after each page.</param>
    public async Task RunAsync(Action<ReceivedImage> found, Action progressed, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await WalkAsync(new PageTaking(_trail, found), progressed, stop.Token);
            if (Failure is not null) return;
            if (End is null) throw new InvalidOperationException("The walk stopped before its stretches came to the end of the listing.");
            await DoubtAsync(stop.Token);
        }
        finally
        {
            await stop.CancelAsync();
            // Nothing may still be asked when the walk has ended; what those requests would have brought is not wanted any more.
            await ((Task)Task.WhenAll(_asked)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WalkAsync(PageTaking taking, Action progressed, CancellationToken cancellationToken)
    {
        AskPages(cancellationToken);
        while (_asked.Count > 0 && Failure is null)
        {
            var first = await Task.WhenAny(_asked);
            _asked.Remove(first);
            var arrival = await first;
            if (arrival.Stretch is null) _splitting.Answered(arrival.Probe, arrival.Answer, _trail);
            else Take(arrival.Stretch, arrival, taking);
            if (arrival.Stretch is not null) progressed();
            if (Failure is not null) return;
            var spare = _client.Spare;
            AskProbes(spare - AskPages(cancellationToken), cancellationToken);
        }
    }

    /// <returns>How many.</returns>
    private int AskPages(CancellationToken cancellationToken)
    {
        var before = _asked.Count;
        foreach (var stretch in _top.Down.Where(stretch => stretch is { IsWalking: true, Asked: false }))
        {
            stretch.Asked = true;
            var query = _query.Page(_settings.PageSize, stretch.Marker);
            Url = UrlOf(query);
            _asked.Add(AskAsync(stretch, default, query, cancellationToken));
        }
        return _asked.Count - before;
    }

    /// <summary>Uses the room that nobody else needed.</summary>
    private void AskProbes(int spare, CancellationToken cancellationToken)
    {
        while (spare-- > 0 && _asked.Count > 0 && _asked.Count < _settings.Concurrency && _splitting.Next(_top, Pages) is { } probe)
            _asked.Add(AskAsync(null, probe, _query.NewestBefore(probe.Time), cancellationToken));
    }

    private async Task<Arrival> AskAsync(Stretch? stretch, Probe probe, string query, CancellationToken cancellationToken)
    {
        var answer = Pages < _settings.MaxPages
            ? await _client.GetPageAsync(_query.Dialect, query, () => Interlocked.Increment(ref _retries), cancellationToken)
            : new ApiFailure(FailureKind.Malformed, $"the listing does not end after {_settings.MaxPages} pages");
        return new Arrival(stretch, probe, UrlOf(query), answer);
    }

    private void Take(Stretch stretch, Arrival arrival, PageTaking taking)
    {
        stretch.Asked = false;
        if (stretch.Abandoned) return;
        if (arrival.Answer.Value is not { } page)
        {
            Recover(stretch, arrival);
            return;
        }
        Pages++;
        if (taking.Take(stretch, page, Pages) is { } trouble) Fail(stretch, arrival, new ApiFailure(FailureKind.Malformed, trouble));
        else _splitting.Took(stretch, page);
    }

    private void Recover(Stretch stretch, Arrival arrival)
    {
        var failure = arrival.Answer.Failure!;
        if (stretch.Marker is null || !failure.MayBeVanishedMarker)
        {
            Fail(stretch, arrival, failure);
            return;
        }
        var gone = stretch.Marker;
        var where = (Pages + 1, (int)failure.Status!);
        if (stretch.Recovery.TryFind(stretch, _trail, where)) return;
        if (stretch == _top) Fail(stretch, arrival, failure);
        else Abandon(stretch, NoteSentences.Abandoned(where, gone));
    }

    private void Fail(Stretch stretch, Arrival arrival, ApiFailure failure)
    {
        if (stretch != _top && failure.Kind is FailureKind.Malformed or FailureKind.Refused or FailureKind.Forbidden)
        {
            FallBack(failure.Detail);
            return;
        }
        Url = arrival.Url;
        Failure = failure;
        FailedOnTakenPage = arrival.Answer.Value is not null;
    }

    /// <summary>Back to the plain walk: what only splitting may have brought about decides nothing.</summary>
    private void FallBack(string why)
    {
        _splitting.Stop(why);
        foreach (var stretch in _top.Down.Skip(1).Where(stretch => !stretch.Abandoned)) Abandon(stretch, note: null);
    }

    private void Abandon(Stretch lost, string? note)
    {
        lost.Abandoned = true;
        if (note is not null) _detours.Add(note);
        foreach (var upper in _top.Down.Where(stretch => stretch.Met == lost)) upper.Resume();
        var next = _top.Down.TakeWhile(stretch => stretch != lost).Last(stretch => !stretch.Abandoned);
        next.Ahead.Floor = Math.Min(next.Ahead.Floor, lost.Ahead.Floor);
    }

    /// <summary>
    /// A stretch that the proof passes by brought images which no page of the proof did. They were all deleted meanwhile, or
    /// the server says that the list ends, or leaves images out, where it does not.
    /// </summary>
    private async Task DoubtAsync(CancellationToken cancellationToken)
    {
        var proven = Proven.ToHashSet();
        foreach (var stretch in _top.Down.Where(stretch => stretch is { Abandoned: false, Brought: true } && !proven.Contains(stretch)))
        {
            var arrival = await AskAsync(stretch, default, _query.Page(_settings.PageSize, stretch.Start), cancellationToken);
            if (arrival.Answer.Value?.Images.FirstOrDefault(image => _trail.At(image.Id) == stretch) is not { Json.Length: > 0 } image) continue;
            Url = arrival.Url;
            Failure = new ApiFailure(FailureKind.Malformed, $"it brings the image \"{Quoted.Capped(image.Id)}\", but the pages that come to that place one after another left it out");
            FailedOnTakenPage = true;
            return;
        }
    }

    private string UrlOf(string query) => $"{_client.Endpoint.ListOf(_query.Dialect)}?{query}";
}
