using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Credentials;

/// <summary>User name and password at Keystone v3, which tells the project, the roles and the endpoints (ims-api, section Token).</summary>
public sealed class PasswordAuthentication : Authentication
{
    /// <summary>The identity endpoint as given (<c>OS_AUTH_URL</c>), with or without <c>/v3</c>.</summary>
    public required string AuthUrl { get; init; }

    public required string UserName { get; init; }

    public required Secret Password { get; init; }

    /// <summary>Null: <see cref="UserDomainId"/>.</summary>
    public string? UserDomainName { get; init; }

    /// <summary>Where no name is given. Null: Keystone's domain whose id is <c>default</c>.</summary>
    public string? UserDomainId { get; init; }

    /// <summary>The project by name, where the target gives no id.</summary>
    public string? ProjectName { get; init; }

    /// <summary>Null: <see cref="ProjectDomainId"/>.</summary>
    public string? ProjectDomainName { get; init; }

    /// <summary>Where no name is given. Null: the user's domain.</summary>
    public string? ProjectDomainId { get; init; }

    public override string Name => "password";

    internal override bool TellsProject => true;

    private PasswordCredential Credential => new(TokenAddress(out _), UserName, UserDomainName ?? UserDomainId, Password);

    internal override Uri? IdentityEndpoint => TokenAddress(out _);

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        if (TokenAddress(out var mistake) is null) yield return ConfigurationSentences.BadAuthUrl(AuthUrl, mistake!);
        if (string.IsNullOrEmpty(UserName)) yield return "No user name is given; set OS_USERNAME.";
        if (string.IsNullOrEmpty(target.Project) && string.IsNullOrEmpty(ProjectName))
            yield return ConfigurationSentences.NoProject(target);
    }

    internal override async Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        var token = await GetTokenAsync(target, exchanges, Credential, cancellationToken);
        if (token.Value is null) return token.Failure!;
        return new Session(token.Value.Identity, new TokenSigner(token.Value.Token), RenewAsync);

        async Task<Outcome<Signer>> RenewAsync(CancellationToken cancel)
        {
            var renewed = await GetTokenAsync(target, exchanges, Credential with { Again = true }, cancel);
            return renewed.Value is null ? Expired(renewed.Failure!) : new TokenSigner(renewed.Value.Token);
        }
    }

    private static ApiFailure Expired(ApiFailure failure) =>
        failure with { Detail = $"the token expired and could not be renewed: {failure.Detail}" };

    private async Task<Outcome<KeystoneToken>> GetTokenAsync(CollectionTarget target, Exchanges exchanges, PasswordCredential credential, CancellationToken cancellationToken)
    {
        var address = TokenAddress(out _)!;
        var body = KeystoneRequest.Write(this, target.Project);
        var question = new Question(HttpMethod.Post, address.ToString(), _ => { })
        {
            Credential = credential,
            Content = () => KeystoneRequest.Content(body),
            Hide = Password.HideIn,
        };
        var answer = await exchanges.With(address).AskAsync(question, cancellationToken);
        return answer.Value is null ? answer.Failure! : KeystoneToken.Read(answer.Value);
    }

    private Uri? TokenAddress(out string? mistake) => IdentityAddress.Tokens(AuthUrl, out mistake);
}
