using System.Collections.Concurrent;
using ImsAudit.Collection.Connecting;
using ImsAudit.Collection.Wording;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Collection.Members;

/// <summary>Asks, once all listings have ended, whom the own images that are shared are shared out to.</summary>
internal sealed class MemberRun(IReadOnlyList<ConnectedTarget> targets, CollectionSettings settings, ImageSpool spool)
{
    private readonly ConcurrentBag<(ImageScope Scope, string Id, string? Unknown)> _asked = [];

    /// <param name="deadline">What is not answered by then is not known.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(CancellationToken deadline, CancellationToken cancellationToken)
    {
        // The endpoints' gates hold back what is too much.
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, settings.Concurrency * targets.Count), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(SharedOut(cancellationToken), sideBySide, async (image, cancel) =>
        {
            var members = await AskAsync(image, deadline, cancel);
            spool.Tell(image, members);
            _asked.Add((image.Scope, image.Id, members.Unknown));
        });
    }

    /// <summary>The listings, those of own images with a note on what came of asking.</summary>
    public IEnumerable<Listing> Note(IEnumerable<Listing> listings)
    {
        var byScope = _asked.GroupBy(asked => asked.Scope).ToDictionary(group => group.Key, group => MemberSentences.Note([.. group.Select(asked => (asked.Id, asked.Unknown))]));
        foreach (var listing in listings)
            yield return listing.Category == ImageCategory.Private && byScope.Remove(listing.Scope, out var note)
                ? listing with { Notes = [.. listing.Notes, note] }
                : listing;
    }

    private IAsyncEnumerable<Image> SharedOut(CancellationToken cancellationToken) => spool.ReadAsync(cancellationToken).Where(image =>
    {
        var head = ImageHead.Read(image.Json.Span);
        return ImageMembers.MayBeOf(head) && spool.Projects.Owns(image.Scope, head.Owner) == true;
    });

    private async Task<ImageMembers> AskAsync(Image image, CancellationToken deadline, CancellationToken cancellationToken)
    {
        if (targets.FirstOrDefault(target => target.Scope == image.Scope)?.Client is not { } client) return ImageMembers.NotKnown(MemberSentences.NobodyToAsk);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            return await new MemberWalk(client, image.Id).RunAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ImageMembers.NotKnown(MemberSentences.OutOfTime);
        }
    }
}
