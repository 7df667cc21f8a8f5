namespace ImsAudit.Collection.Credentials;

/// <summary>Proves to the endpoint who asks. Immutable: a renewed token is another signer.</summary>
internal abstract class Signer
{
    /// <summary>Puts the proof on a request that is otherwise finished.</summary>
    public abstract void Sign(HttpRequestMessage request);

    /// <summary>Takes the secret out of a text, should a server have echoed it.</summary>
    public abstract string Hide(string text);
}
