namespace ImsAudit.Collection.Credentials;

/// <summary>The trials of a collection, one a credential.</summary>
internal sealed class CredentialTrials : IDisposable
{
    private readonly Dictionary<Credential, CredentialTrial> _byCredential = [];
    private readonly Lock _lock = new();

    public CredentialTrial Of(Credential credential)
    {
        lock (_lock)
        {
            if (!_byCredential.TryGetValue(credential, out var trial)) _byCredential[credential] = trial = new CredentialTrial(credential.StaysGood);
            return trial;
        }
    }

    public void Dispose()
    {
        foreach (var trial in _byCredential.Values) trial.Dispose();
    }
}
