using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Credentials;

/// <summary>A token that somebody else got (<c>OS_TOKEN</c>). It cannot be renewed.</summary>
public sealed class TokenAuthentication(Secret token) : Authentication
{
    /// <summary>
    /// The identity endpoint (<c>OS_AUTH_URL</c>), with or without <c>/v3</c>: there the token is looked up for its roles, its
    /// project and the catalogue. Null: nothing is known about the token.
    /// </summary>
    public string? AuthUrl { get; init; }

    public override string Name => "token";

    internal override bool TellsProject => AuthUrl is not null;

    internal override Uri? IdentityEndpoint => Address(out _);

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        if (token.Reveal().Any(c => c is <= ' ' or > '~')) yield return "The token (OS_TOKEN, OS_AUTH_TOKEN) holds white space or characters that no token has; set it again without them.";
        if (AuthUrl is not null && Address(out var mistake) is null) yield return ConfigurationSentences.BadAuthUrl(AuthUrl, mistake!);
    }

    internal override async Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        if (Address(out _) is not { } address) return Session(Unknown(target, RoleSentences.NoIdentityEndpoint));
        var looked = await LookUpAsync(address, exchanges, cancellationToken);
        if (looked.Value is not null) return Session(looked.Value);
        // Without the token's own word there is neither a project nor an endpoint that it could be trusted to.
        var isEnough = !string.IsNullOrEmpty(target.Project) && !string.IsNullOrEmpty(target.Endpoint);
        return isEnough ? Session(Unknown(target, RoleSentences.NotLookedUp(address, looked.Failure!))) : looked.Failure!;
    }

    /// <summary>Keystone v3, "Validate and show information for token": whoever has a token may look at it.</summary>
    private async Task<Outcome<Identity>> LookUpAsync(Uri address, Exchanges exchanges, CancellationToken cancellationToken)
    {
        var question = new Question(HttpMethod.Get, address.ToString(), Prove) { Credential = new TokenCredential(token) { LookedUpAt = address }, Hide = token.HideIn };
        var answer = await exchanges.With(address).AskAsync(question, cancellationToken);
        return answer.Value is null ? answer.Failure! : KeystoneToken.ReadIdentity(answer.Value);
    }

    private void Prove(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("X-Auth-Token", token.Reveal());
        request.Headers.TryAddWithoutValidation("X-Subject-Token", token.Reveal());
    }

    private Session Session(Identity identity) => new(identity, new TokenSigner(token));

    private static Identity Unknown(CollectionTarget target, string why) => new(target.Project, IsAdmin: false, Catalogue: null) { RolesUnknown = why };

    private Uri? Address(out string? mistake)
    {
        mistake = null;
        return AuthUrl is null ? null : IdentityAddress.Tokens(AuthUrl, out mistake);
    }
}
