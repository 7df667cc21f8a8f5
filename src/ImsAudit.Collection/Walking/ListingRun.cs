using ImsAudit.Collection.Wording;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Collection.Walking;

/// <summary>Asks listings, puts their images into the spool and draws up how each one ended.</summary>
internal sealed class ListingRun(CollectionSettings settings, TimeProvider time, ImageSpool spool, IProgress<CollectionProgress>? progress)
{
    /// <param name="deadline">Ends the listing as incomplete.</param>
    /// <param name="cancellationToken">Ends it with an exception; what came by then is in the spool.</param>
    public async Task<ListingOutcome> RunAsync(ListingAsk ask, CancellationToken deadline, CancellationToken cancellationToken)
    {
        if (EndedBefore(ask) is { } before) return before;
        var startedAt = time.GetUtcNow();
        var tally = new ListingTally(ask);
        if (ask.Target.Client is null) return Finish(ask, null, startedAt, (FailureSentences.SignInOf(ask.Category, ask.Target.Failure!), tally));
        var (begun, walk) = (spool.Begin(ask.Scope, ask.Category), new PageWalk(ask.Target.Client, ask.Query(settings), settings));
        var late = await IsLateAsync(cancel => walk.RunAsync(
            image => spool.Add(begun with { Category = tally.Take(image.Head), Scope = ask.ScopeOf(image.Head) }, image.Head, image.Json), () => Report(ask, walk, done: false), cancel), deadline, cancellationToken);
        var error = Error(ask, walk, late, tally);
        // A server that echoes the token in a marker must not get it into a report.
        var outcome = Finish(ask, walk, startedAt, (error is null ? null : ask.Target.Client.Hide(error), tally));
        spool.End(begun, outcome.Listing);
        return outcome;
    }

    /// <summary>What an earlier run, which was interrupted, has read to its end is not asked again.</summary>
    private ListingOutcome? EndedBefore(ListingAsk ask)
    {
        var query = ask.Query(settings).Text;
        var ended = spool.Ended.FirstOrDefault(ended => ended.Listing.Scope == ask.Scope && ended.Listing.Category == ask.Category && ended.Listing.Query == query);
        if (ended is null) return null;
        progress?.Report(new CollectionProgress(ask.Scope, ask.Category, ended.Listing.Pages, ended.Listing.Images, Done: true));
        return new ListingOutcome(ask, ended.Listing with { Notes = [.. ended.Listing.Notes, NoteSentences.EndedBefore] }, ended.Typed, ended.Untyped);
    }

    /// <summary>True when the deadline cut it off.</summary>
    private static async Task<bool> IsLateAsync(Func<CancellationToken, Task> walk, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            await walk(both.Token);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    private string? Error(ListingAsk ask, PageWalk walk, bool late, ListingTally tally)
    {
        if (late) return FailureSentences.OutOfTime(ask.Category, walk.Url, walk.Pages, settings.Timeout);
        if (walk.Failure is not null) return FailureSentences.Listing(ask.Category, walk.Url, FailedPage(walk), walk.Failure);
        if (tally.Foreign > 0) return FailureSentences.OtherOwners(ask.Category, walk.Url, tally.Foreign);
        return ask.Target.IsAdmin && ask.Category.MemberStatus() is not null ? FailureSentences.Admin(ask.Category) : null;
    }

    private static int FailedPage(PageWalk walk) => walk.FailedOnTakenPage ? walk.Pages : walk.Pages + 1;

    private ListingOutcome Finish(ListingAsk ask, PageWalk? walk, DateTimeOffset startedAt, (string? Error, ListingTally Tally) end)
    {
        var listing = new Listing
        {
            Scope = ask.Scope,
            Category = ask.Category,
            Query = ask.Query(settings).Text,
            Pages = walk?.Pages ?? 0,
            Images = walk?.Images ?? 0,
            Complete = end.Error is null,
            Error = end.Error,
            StartedAt = startedAt,
            FinishedAt = time.GetUtcNow(),
            FirstId = Hide(ask, walk?.FirstId),
            LastId = Hide(ask, walk?.LastId),
            Retries = walk?.Retries ?? 0,
            Ended = EndOf(walk),
            Drift = [.. Drift(ask, walk, end.Tally)],
            Filtered = settings.Filtered,
            Notes = [.. Notes(ask, walk)],
        };
        progress?.Report(new CollectionProgress(ask.Scope, ask.Category, listing.Pages, listing.Images, Done: true));
        return new ListingOutcome(ask, listing, end.Tally.Typed, end.Tally.Untyped);
    }

    /// <summary>A walk that did not come to its end was cut off by the deadline; one that never began, by the sign-in.</summary>
    private static ListingEnd EndOf(PageWalk? walk) => walk switch
    {
        null => ListingEnd.Failed,
        { Ended: ListingEnd.NotKnown } => ListingEnd.TimedOut,
        _ => walk.Ended,
    };

    private static IEnumerable<string> Drift(ListingAsk ask, PageWalk? walk, ListingTally tally)
    {
        if (walk is null) return [];
        var drift = tally.Foreign == 0 ? walk.Drift : walk.Drift.Append(NoteSentences.OtherOwners(tally.Foreign, ask.Scope.Project!, tally.FirstForeign!));
        return drift.Select(ask.Target.Client!.Hide);
    }

    /// <summary>What is said of shares stands at their listings, so that it goes into a snapshot with them.</summary>
    private static IEnumerable<string> Notes(ListingAsk ask, PageWalk? walk)
    {
        if (walk is null) return [];
        var roles = ask.Category.MemberStatus() is null ? null : ask.Target.RolesUnknown;
        var others = ask.Neighbours.Select(neighbour => neighbour.OfEndpoint).Distinct().Where(neighbour => neighbour != ask.Scope).ToList();
        string?[] own = [roles, others.Count == 0 ? null : NoteSentences.OneAddress(others)];
        return own.OfType<string>().Concat(walk.Notes).Select(ask.Target.Client!.Hide);
    }

    private static string? Hide(ListingAsk ask, string? id) => id is null ? null : ask.Target.Client!.Hide(id);

    private void Report(ListingAsk ask, PageWalk walk, bool done) =>
        progress?.Report(new CollectionProgress(ask.Scope, ask.Category, walk.Pages, walk.Images, done));
}
