namespace ImsAudit.Collection.Credentials;

/// <summary>Proves to the endpoint who asks. Immutable: a renewed token is another signer.</summary>
internal abstract class Signer
{
    /// <summary>Puts the proof on a request that is otherwise finished.</summary>
    public abstract void Sign(HttpRequestMessage request);

    /// <summary>What the server judges; null when there is nothing to reject.</summary>
    public virtual Credential? Credential => null;

    /// <summary>What to do when it was rejected, as sentences; null when there is nothing particular.</summary>
    public virtual string? WhenRejected => null;

    /// <summary>Takes the secret out of a text, should a server have echoed it.</summary>
    public abstract string Hide(string text);
}
