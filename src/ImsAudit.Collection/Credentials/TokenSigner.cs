namespace ImsAudit.Collection.Credentials;

/// <summary>Sends a token as <c>X-Auth-Token</c>.</summary>
internal sealed class TokenSigner(Secret token) : Signer
{
    public override void Sign(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("X-Auth-Token", token.Reveal());

    public override Credential Credential { get; } = new TokenCredential(token);

    public override string Hide(string text) => token.HideIn(text);
}
