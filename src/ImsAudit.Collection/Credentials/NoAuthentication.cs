using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>Nothing is sent: for the simulator and endpoints behind an authenticating proxy.</summary>
public sealed class NoAuthentication : Authentication
{
    public override string Name => "none";

    internal override Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<Session>>(new Session(new Identity(target.Project, IsAdmin: false, Catalogue: null), new Nobody()));

    private sealed class Nobody : Signer
    {
        public override void Sign(HttpRequestMessage request) { }

        public override string Hide(string text) => text;
    }
}
