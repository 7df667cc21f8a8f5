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
        var startedAt = time.GetUtcNow();
        var tally = new ListingTally(ask);
        if (ask.Target.Client is null) return Finish(ask, null, startedAt, (FailureSentences.SignInOf(ask.Category, ask.Target.Failure!), tally));
        var walk = new PageWalk(ask.Target.Client, ask.Query(settings), settings);
        var late = await WalkAsync(ask, walk, tally, deadline, cancellationToken);
        var error = Error(ask, walk, late, tally);
        // A server that echoes the token in a marker must not get it into a report.
        return Finish(ask, walk, startedAt, (error is null ? null : ask.Target.Client.Hide(error), tally));
    }

    private async Task<bool> WalkAsync(ListingAsk ask, PageWalk walk, ListingTally tally, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            await walk.RunAsync(image => spool.Add(ask.Scope, tally.Take(image.Head), image.Head, image.Json), () => Report(ask, walk, done: false), both.Token);
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
        return (roles is null ? walk.Notes : walk.Notes.Prepend(roles)).Select(ask.Target.Client!.Hide);
    }

    private static string? Hide(ListingAsk ask, string? id) => id is null ? null : ask.Target.Client!.Hide(id);

    private void Report(ListingAsk ask, PageWalk walk, bool done) =>
        progress?.Report(new CollectionProgress(ask.Scope, ask.Category, walk.Pages, walk.Images, done));
}
