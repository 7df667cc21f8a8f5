using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Credentials;

/// <summary>
/// A token that somebody else got (<c>OS_TOKEN</c>). It cannot be renewed. Where another project is named than the one it is
/// for, it is exchanged for a token of that project (Keystone's method <c>token</c>).
/// </summary>
public sealed class TokenAuthentication(Secret token) : Authentication
{
    /// <summary>
    /// The identity endpoint (<c>OS_AUTH_URL</c>), with or without <c>/v3</c>: there the token is looked up for its roles, its
    /// project and the catalogue. Null: nothing is known about the token.
    /// </summary>
    public string? AuthUrl { get; init; }

    /// <summary>The project by name, where the target gives no id and the token may be for none or for another.</summary>
    public string? ProjectName { get; init; }

    public KeystoneDomain ProjectDomain { get; init; }

    public override string Name => "token";

    public override string From => $"{Source.NameOf("token")} in {Source.Place}";

    internal override bool TellsProject => AuthUrl is not null;

    internal override Uri? IdentityEndpoint => Address(out _);

    internal override string Rejected => $"The token ({Source.NameOf("token")}) is of another cloud or has expired; get a new one.";

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        if (token.Reveal().Any(c => c is <= ' ' or > '~')) yield return ConfigurationSentences.BadToken(Source);
        if (AuthUrl is not null && Address(out var mistake) is null) yield return ConfigurationSentences.BadAuthUrl(AuthUrl, Source, mistake!);
    }

    internal override async Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        if (Address(out _) is not { } address) return Session(Unknown(target, RoleSentences.NoIdentityEndpoint));
        var looked = await LookUpAsync(address, exchanges, cancellationToken);
        if (looked.Value is { } identity && Fits(identity, target)) return Session(identity);
        var failure = looked.Failure;
        if (looked.Value is { } other)
        {
            var exchanged = await ExchangeAsync(target, exchanges.With(address), cancellationToken);
            if (exchanged.Value is { } gained) return new Session(gained.Identity, new TokenSigner(gained.Token, token));
            // That it is for another project is the user's to put right, and is told from the identity.
            if (other.Project is not null && !string.IsNullOrEmpty(target.Project)) return Session(other);
            failure = exchanged.Failure;
        }
        // Without the token's own word there is neither a project nor an endpoint that it could be trusted to.
        var isEnough = !string.IsNullOrEmpty(target.Project) && !string.IsNullOrEmpty(target.Endpoint);
        return isEnough ? Session(Unknown(target, RoleSentences.NotLookedUp(address, failure!))) : failure!;
    }

    internal override Uri? ProjectsAddress(CollectionTarget target) => AuthUrl is null ? null : IdentityAddress.OpenProjects(AuthUrl);

    internal override Task<Outcome<Signer>> SignInToFindProjectsAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome<Signer>>(new TokenSigner(token));

    /// <summary>An administrator's token sees into every project as it is.</summary>
    private bool Fits(Identity identity, CollectionTarget target)
    {
        if (identity.Project is null) return false;
        if (!string.IsNullOrEmpty(target.Project)) return identity.IsAdmin || identity.Project == target.Project;
        return string.IsNullOrEmpty(ProjectName) || identity.ProjectName == ProjectName;
    }

    /// <summary>Keystone v3, "Validate and show information for token": whoever has a token may look at it.</summary>
    private async Task<Outcome<Identity>> LookUpAsync(Uri address, Exchanges exchanges, CancellationToken cancellationToken)
    {
        var question = new Question(HttpMethod.Get, address.ToString(), Prove) { Credential = new TokenCredential(token) { LookedUpAt = address }, Hide = token.HideIn };
        var answer = await exchanges.With(address).AskAsync(question, cancellationToken);
        return answer.Value is null ? answer.Failure! : KeystoneToken.ReadIdentity(answer.Value);
    }

    /// <summary>Keystone v3, "Token authentication with scoped authorization".</summary>
    private async Task<Outcome<KeystoneToken>> ExchangeAsync(CollectionTarget target, Exchange identity, CancellationToken cancellationToken)
    {
        var scope = new ProjectScope(target.Project, ProjectName, ProjectDomain);
        if (!scope.IsGiven) return KeystoneToken.ForNoProject;
        var body = KeystoneRequest.Write("token", json => json.WriteString("id", token.Reveal()), scope);
        var question = new Question(HttpMethod.Post, Address(out _)!.ToString(), _ => { }) { Content = () => KeystoneRequest.Content(body), Hide = token.HideIn };
        var answer = await identity.AskAsync(question, cancellationToken);
        return answer.Value is null ? answer.Failure! : KeystoneToken.Read(answer.Value);
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
