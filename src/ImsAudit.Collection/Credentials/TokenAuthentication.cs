using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>A token that somebody else got (<c>OS_TOKEN</c>). It cannot be renewed.</summary>
public sealed class TokenAuthentication(Secret token) : Authentication
{
    public override string Name => "token";

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        if (token.Reveal().Any(c => c is <= ' ' or > '~')) yield return "The token (OS_TOKEN, OS_AUTH_TOKEN) holds white space or characters that no token has; set it again without them.";
    }

    internal override Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<Session>>(new Session(new Identity(target.Project, IsAdmin: false, Catalogue: null), new TokenSigner(token)));
}
