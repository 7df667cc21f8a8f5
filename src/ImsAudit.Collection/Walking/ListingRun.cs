using ImsAudit.Collection.Api;
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
        var tally = new Tally();
        if (ask.Target.Client is null) return Finish(ask, null, startedAt, (FailureSentences.SignInOf(ask.Category, ask.Target.Failure!), tally));
        var walk = new PageWalk(ask.Target.Client, ask.Query(settings), settings);
        var late = await WalkAsync(ask, walk, tally, deadline, cancellationToken);
        var error = Error(ask, walk, late);
        // A server that echoes the token in a marker must not get it into a report.
        return Finish(ask, walk, startedAt, (error is null ? null : ask.Target.Client.Hide(error), tally));
    }

    private async Task<bool> WalkAsync(ListingAsk ask, PageWalk walk, Tally tally, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            await walk.RunAsync(image => Keep(ask, image, tally), () => Report(ask, walk, done: false), both.Token);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    private void Keep(ListingAsk ask, ReceivedImage image, Tally tally)
    {
        tally.Count(image.Head);
        // Asked the plain way, an IMS lists its market among the public images.
        var category = ask is { Category: ImageCategory.Public, Dialect: ApiDialect.Glance } && image.Head.ImageType == "market"
            ? ImageCategory.Market
            : ask.Category;
        spool.Add(ask.Scope, category, image.Head, image.Json);
    }

    private string? Error(ListingAsk ask, PageWalk walk, bool late)
    {
        if (late) return FailureSentences.OutOfTime(ask.Category, walk.Url, walk.Pages, settings.Timeout);
        if (walk.Failure is not null) return FailureSentences.Listing(ask.Category, walk.Url, FailedPage(walk), walk.Failure);
        return ask.Target.IsAdmin && ask.Category.MemberStatus() is not null ? FailureSentences.Admin(ask.Category) : null;
    }

    private static int FailedPage(PageWalk walk) => walk.FailedOnTakenPage ? walk.Pages : walk.Pages + 1;

    private ListingOutcome Finish(ListingAsk ask, PageWalk? walk, DateTimeOffset startedAt, (string? Error, Tally Tally) end)
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
            Filtered = settings.Filtered,
            Notes = [.. Notes(ask, walk)],
        };
        progress?.Report(new CollectionProgress(ask.Scope, ask.Category, listing.Pages, listing.Images, Done: true));
        return new ListingOutcome(ask, listing, end.Tally.Typed, end.Tally.Untyped);
    }

    /// <summary>What is said of shares stands at their listings, so that it goes into a snapshot with them.</summary>
    private static IEnumerable<string> Notes(ListingAsk ask, PageWalk? walk)
    {
        if (walk is null) return [];
        var roles = ask.Category.MemberStatus() is null ? null : ask.Target.RolesUnknown;
        return (roles is null ? walk.Notes : walk.Notes.Prepend(roles)).Select(ask.Target.Client!.Hide);
    }

    private void Report(ListingAsk ask, PageWalk walk, bool done) =>
        progress?.Report(new CollectionProgress(ask.Scope, ask.Category, walk.Pages, walk.Images, done));

    private sealed class Tally
    {
        public long Typed { get; private set; }

        public long Untyped { get; private set; }

        public void Count(ImageHead head)
        {
            if (string.IsNullOrEmpty(head.ImageType)) Untyped++;
            else Typed++;
        }
    }
}
