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
        var scope = new ImageScope(target.Cloud, choice.Region ?? NullIfEmpty(target.Region), session.Identity.Project ?? NullIfEmpty(target.Project));
        if (choice.Endpoint is null) return new ConnectedTarget(target, scope, null, null) { Mistake = choice.Mistake };
        var client = new ApiClient(choice.Endpoint, session, exchanges.With(choice.Endpoint.Images));
        return new ConnectedTarget(target, scope, client, null) { IsAdmin = session.Identity.IsAdmin };
    }

    private static ConnectedTarget Failed(CollectionTarget target, string failure) =>
        new(target, new ImageScope(target.Cloud, NullIfEmpty(target.Region), NullIfEmpty(target.Project)), null, failure);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
