namespace ImsAudit.Collection.Credentials;

/// <summary>Sends a token as <c>X-Auth-Token</c>.</summary>
/// <param name="origin">The token that it was got with, which must not be repeated either; null when there is none.</param>
internal sealed class TokenSigner(Secret token, Secret? origin = null) : Signer
{
    public override void Sign(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("X-Auth-Token", token.Reveal());

    public override Credential Credential { get; } = new TokenCredential(token);

    public override string Hide(string text) => token.HideIn(origin?.HideIn(text) ?? text);
}
