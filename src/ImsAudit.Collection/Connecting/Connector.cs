using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;
using ImsAudit.Images;

namespace ImsAudit.Collection.Connecting;

/// <summary>Signs in to a target and finds its endpoint and project.</summary>
internal sealed class Connector(Exchanges exchanges, CancellationToken deadline)
{
    public async Task<ConnectedTarget> ConnectAsync(CollectionTarget target, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            var signedIn = await target.Authentication.SignInAsync(target, exchanges, both.Token);
            if (signedIn.Failure is { Kind: FailureKind.Misconfigured } mistake) return Failed(target, null) with { Mistake = mistake.Detail };
            return signedIn.Value is null ? Failed(target, FailureSentences.SignIn(target, signedIn.Failure!)) : Connect(target, signedIn.Value);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(target, FailureSentences.SignInTimeout(target, exchanges.Settings.Timeout));
        }
    }

    private ConnectedTarget Connect(CollectionTarget target, Session session)
    {
        var choice = EndpointChoice.Of(target, session.Identity.Catalogue);
        var scope = new ImageScope(target.Cloud, choice.Region ?? NullIfEmpty(target.Region), NullIfEmpty(target.Project) ?? session.Identity.Project);
        var mistake = choice.Mistake ?? OtherProject(target, session.Identity);
        if (choice.Endpoint is null || mistake is not null) return new ConnectedTarget(target, scope, null, null) { Mistake = mistake };
        var client = new ApiClient(choice.Endpoint, session, exchanges.With(choice.Endpoint.Images));
        return new ConnectedTarget(target, scope, client, null) { IsAdmin = session.Identity.IsAdmin, RolesUnknown = session.Identity.RolesUnknown };
    }

    /// <summary>Asked with the token of another project, the listings would be empty or another's, and look complete. An administrator sees all.</summary>
    private static string? OtherProject(CollectionTarget target, Identity identity) =>
        string.IsNullOrEmpty(target.Project) || identity.IsAdmin || identity.Project is null || identity.Project == target.Project
            ? null
            : ConfigurationSentences.OtherProject(target, identity.Project);

    private static ConnectedTarget Failed(CollectionTarget target, string? failure) =>
        new(target, new ImageScope(target.Cloud, NullIfEmpty(target.Region), NullIfEmpty(target.Project)), null, failure);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
