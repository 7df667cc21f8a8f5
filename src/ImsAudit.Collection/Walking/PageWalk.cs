using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;
using ImsAudit.Inventories;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// One walk through all pages of one listing (ims-api, section Recommended walk). What it found out stands in its
/// properties, also when it was interrupted.
/// </summary>
internal sealed class PageWalk(ApiClient client, ListingQuery query, CollectionSettings settings)
{
    private readonly Trail _trail = new();
    private readonly Recovery _recovery = new();
    private readonly EmptyPages _empty = new();
    private string? _marker;

    public int Pages { get; private set; }

    public int Images => _trail.Count;

    public int Retries { get; private set; }

    /// <summary>The id of the image that came first; null when none has come.</summary>
    public string? FirstId => _trail.First;

    public string? LastId => _trail.Last;

    /// <summary>Not known while the walk goes on, or when it was interrupted.</summary>
    public ListingEnd Ended { get; private set; }

    /// <summary>Why the walk did not reach the end; null when it did, or has not yet.</summary>
    public ApiFailure? Failure { get; private set; }

    /// <summary>The page that failed came whole, and is among <see cref="Pages"/>.</summary>
    public bool FailedOnTakenPage { get; private set; }

    /// <summary>The address that is being asked, or was asked last.</summary>
    public string Url { get; private set; } = $"{client.Endpoint.Images}?{query.Page(settings.PageSize, null)}";

    /// <summary>What shows that the list changed or went astray while it was read.</summary>
    public IReadOnlyList<string> Drift
    {
        get
        {
            var drift = new List<string>(_recovery.Notes);
            if (_trail.Repeats > 0) drift.Add(NoteSentences.Duplicates(_trail.Repeats, _trail.FirstRepeat!));
            if (_empty.Followed > 0) drift.Add(NoteSentences.EmptyPages(_empty.Followed, _empty.First));
            return drift;
        }
    }

    /// <param name="found">Called with each image the first time it comes.</param>
    /// <param name="progressed">Called after each page.</param>
    public async Task RunAsync(Action<ReceivedImage> found, Action progressed, CancellationToken cancellationToken)
    {
        var more = true;
        while (more)
        {
            var answer = await GetAsync(cancellationToken);
            more = answer.Value is { } page ? Take(page, found) : Recover(answer.Failure!);
            progressed();
        }
    }

    private async Task<Outcome<ImagePage>> GetAsync(CancellationToken cancellationToken)
    {
        var page = query.Page(settings.PageSize, _marker);
        Url = $"{client.Endpoint.Images}?{page}";
        return Pages < settings.MaxPages
            ? await client.GetPageAsync(page, () => Retries++, cancellationToken)
            : new ApiFailure(FailureKind.Malformed, $"the listing does not end after {settings.MaxPages} pages");
    }

    /// <summary>Keeps what the page brings; true when there is a page behind it to ask for.</summary>
    private bool Take(ImagePage page, Action<ReceivedImage> found)
    {
        Pages++;
        _recovery.Succeeded();
        var fresh = 0;
        foreach (var image in page.Images)
        {
            if (_trail.Pass(image.Id, out var isNew)) fresh++;
            if (isNew) found(image);
        }
        if (page.NextMarker is null) return End(page.Images.Count == 0 && Pages > 1 ? ListingEnd.EmptyPage : ListingEnd.NoNext);
        if (page.Images.Count == 0) return TakeEmpty(page.NextMarker);
        _empty.Ended();
        if (fresh == 0) return Fail("the page brings only images that came before, so the listing goes in a circle");
        if (!_trail.Follow(page.NextMarker)) return Fail($"\"next\" names a marker that was followed before (\"{Quoted.Capped(page.NextMarker)}\"), so the listing goes in a circle");
        _marker = page.NextMarker;
        return true;
    }

    /// <summary>A page without images that names one behind it: there may be more, so it is no end.</summary>
    private bool TakeEmpty(string next)
    {
        if (!_empty.MayFollow(Pages)) return Fail($"{EmptyPages.MostInARow + 1} pages in a row are empty, and each names a \"next\", so that nobody can tell whether there are more images");
        _marker = next;
        return true;
    }

    private bool Recover(ApiFailure failure)
    {
        if (_marker is not null && failure.MayBeVanishedMarker && _recovery.TryFind(_trail, (Pages + 1, (int)failure.Status!), ref _marker)) return true;
        Failure = failure;
        return End(ListingEnd.Failed);
    }

    private bool Fail(string detail)
    {
        Failure = new ApiFailure(FailureKind.Malformed, detail);
        FailedOnTakenPage = true;
        return End(ListingEnd.Failed);
    }

    /// <summary>There is no page to ask for any more.</summary>
    private bool End(ListingEnd how)
    {
        Ended = how;
        return false;
    }
}
