using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>No secret is sent: for the simulator and endpoints behind an authenticating proxy. The project, which is none, is named.</summary>
public sealed class NoAuthentication : Authentication
{
    public override string Name => "none";

    public override string From => "";

    internal override Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<Session>>(new Session(new Identity(target.Project, IsAdmin: false, Catalogue: null), new Nobody(target.Project)));

    private sealed class Nobody(string? project) : Signer
    {
        public override void Sign(HttpRequestMessage request)
        {
            if (!string.IsNullOrEmpty(project)) request.Headers.TryAddWithoutValidation("X-Project-Id", project);
        }

        public override string Hide(string text) => text;
    }
}
