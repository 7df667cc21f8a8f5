using System.Collections.Concurrent;
using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;
using ImsAudit.Images;

namespace ImsAudit.Collection.Connecting;

/// <summary>Signs in to targets and finds their endpoints and projects.</summary>
internal sealed class Connector(ExchangePool pool, IReadOnlyList<CollectionTarget> targets, CancellationToken deadline)
{
    private readonly TargetFinder _finder = new(pool, deadline);
    private readonly ConcurrentDictionary<Authentication, Lazy<Task>> _proofs = [];

    /// <summary>The target, or one for each project that was found in its place.</summary>
    public async Task<(IReadOnlyList<ConnectedTarget> Targets, IReadOnlyList<string> Notes)> ConnectAsync(CollectionTarget target, CancellationToken cancellationToken)
    {
        var found = await _finder.FindAsync(target, cancellationToken);
        if (found.Failure is not null) return ([Failed(target, found.Failure)], found.Notes);
        var connected = await Task.WhenAll(found.Targets.Select(one => ConnectOneAsync(one, cancellationToken)));
        return (target.FindsProjects ? [.. connected.Select(NoMistake)] : connected, found.Notes);
    }

    private async Task<ConnectedTarget> ConnectOneAsync(CollectionTarget target, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            await ProveAsync(target, both.Token);
            var signedIn = await target.Authentication.SignInAsync(target, new Exchanges(pool, target), both.Token);
            if (signedIn.Failure is { Kind: FailureKind.Misconfigured } mistake) return Failed(target, null) with { Mistake = mistake.Detail };
            return signedIn.Value is null ? Failed(target, FailureSentences.SignIn(target, signedIn.Failure!)) : Connect(target, signedIn.Value);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(target, FailureSentences.SignInTimeout(target, pool.Settings.Timeout));
        }
    }

    /// <summary>What comes of it is kept by the credential's trial; signing in tells it.</summary>
    private async Task ProveAsync(CollectionTarget target, CancellationToken cancellationToken)
    {
        var isShared = targets.Count(other => other.Authentication == target.Authentication) > 1;
        if (!isShared || !target.Authentication.IsProvenWithoutProject) return;
        await _proofs.GetOrAdd(target.Authentication, _ => new(() => target.Authentication.SignInToFindProjectsAsync(target, new Exchanges(pool, target), cancellationToken))).Value;
    }

    private ConnectedTarget Connect(CollectionTarget target, Session session)
    {
        var choice = EndpointChoice.Of(target, session.Identity.Catalogue);
        var scope = new ImageScope(target.Cloud, choice.Region ?? NullIfEmpty(target.Region), NullIfEmpty(target.Project) ?? session.Identity.Project);
        var mistake = choice.Mistake ?? OtherProject(target, session.Identity);
        if (choice.Endpoint is null || mistake is not null) return new ConnectedTarget(target, scope, null, null) { Mistake = mistake, Identity = session.Identity };
        var client = new ApiClient(choice.Endpoint, session, new Exchanges(pool, target).With(choice.Endpoint.Images));
        return new ConnectedTarget(target, scope, client, null)
        {
            IsAdmin = session.Identity.IsAdmin,
            RolesUnknown = session.Identity.RolesUnknown,
            Identity = session.Identity,
            EndpointFrom = choice.From,
        };
    }

    /// <summary>Asked with the token of another project, the listings would be empty or another's, and look complete. An administrator sees all.</summary>
    private static string? OtherProject(CollectionTarget target, Identity identity) =>
        string.IsNullOrEmpty(target.Project) || identity.IsAdmin || identity.Project is null || identity.Project == target.Project
            ? null
            : ConfigurationSentences.OtherProject(target, identity.Project);

    /// <summary>Nobody named a project that was found, so it is not the user's mistake when it cannot be looked into.</summary>
    private static ConnectedTarget NoMistake(ConnectedTarget found) => found.Mistake is null ? found : Failed(found.Target, found.Mistake);

    private static ConnectedTarget Failed(CollectionTarget target, string? failure) =>
        new(target, new ImageScope(target.Cloud, NullIfEmpty(target.Region), NullIfEmpty(target.Project)), null, failure);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
