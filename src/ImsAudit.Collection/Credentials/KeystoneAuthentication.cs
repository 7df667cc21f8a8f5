using System.Text.Json;
using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Credentials;

/// <summary>Getting a token at Keystone v3, which tells the project, the roles and the endpoints (ims-api, section Token).</summary>
public abstract class KeystoneAuthentication : Authentication
{
    private protected KeystoneAuthentication() { }

    /// <summary>The identity endpoint as given (<c>OS_AUTH_URL</c>), with or without <c>/v3</c>.</summary>
    public required string AuthUrl { get; init; }

    internal override bool TellsProject => true;

    internal override Uri? IdentityEndpoint => Address(out _);

    /// <summary>Keystone's name of the method.</summary>
    private protected abstract string Method { get; }

    private protected abstract Secret Secret { get; }

    private protected abstract Credential Credential { get; }

    /// <summary>The same for a project that was signed in to before.</summary>
    private protected virtual Credential CredentialAgain => Credential;

    internal override IEnumerable<string> Mistakes(CollectionTarget target)
    {
        if (Address(out var mistake) is null) yield return ConfigurationSentences.BadAuthUrl(AuthUrl, Source, mistake!);
    }

    internal override async Task<Outcome<Session>> SignInAsync(CollectionTarget target, Exchanges exchanges, CancellationToken cancellationToken)
    {
        var token = await GetTokenAsync(Scope(target), exchanges, Credential, cancellationToken);
        if (token.Value is null) return token.Failure!;
        if (token.Value.Identity.Project is null) return KeystoneToken.ForNoProject;
        return new Session(token.Value.Identity, new TokenSigner(token.Value.Token), RenewAsync);

        async Task<Outcome<Signer>> RenewAsync(CancellationToken cancel)
        {
            var renewed = await GetTokenAsync(Scope(target), exchanges, CredentialAgain, cancel);
            return renewed.Value is null ? Expired(renewed.Failure!) : new TokenSigner(renewed.Value.Token);
        }
    }

    /// <summary>The project to ask a token for; null leaves it to the server.</summary>
    private protected abstract ProjectScope? Scope(CollectionTarget target);

    /// <summary>Writes what proves the identity.</summary>
    private protected abstract void Prove(Utf8JsonWriter json);

    private protected async Task<Outcome<KeystoneToken>> GetTokenAsync(ProjectScope? scope, Exchanges exchanges, Credential credential, CancellationToken cancellationToken)
    {
        var address = Address(out _)!;
        var body = KeystoneRequest.Write(Method, Prove, scope);
        var question = new Question(HttpMethod.Post, address.ToString(), _ => { })
        {
            Credential = credential,
            Content = () => KeystoneRequest.Content(body),
            Hide = Secret.HideIn,
        };
        var answer = await exchanges.With(address).AskAsync(question, cancellationToken);
        return answer.Value is null ? answer.Failure! : KeystoneToken.Read(answer.Value);
    }

    private static ApiFailure Expired(ApiFailure failure) =>
        failure with { Detail = $"the token expired and could not be renewed: {failure.Detail}" };

    private Uri? Address(out string? mistake) => IdentityAddress.Tokens(AuthUrl, out mistake);
}
