using System.Collections.Immutable;
using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>Being signed in: the credentials of now, and how to get new ones when they expire in the middle of a walk.</summary>
/// <param name="renew">Null when nothing can be renewed.</param>
internal sealed class Session(Identity identity, Signer first, Func<CancellationToken, Task<Outcome<Signer>>>? renew = null) : IDisposable
{
    private readonly SemaphoreSlim _renewing = new(1);
    private volatile Signer _current = first;
    private volatile Signer? _accepted;
    private ImmutableList<Signer> _all = [first];
    private ApiFailure? _failure;

    public Identity Identity => identity;

    public Signer Current => _current;

    /// <summary>Those of old and new credentials.</summary>
    public IEnumerable<Secret> Secrets => _all.SelectMany(signer => signer.Secrets);

    /// <summary>Takes the secrets of old and new credentials out of a text.</summary>
    public string Hide(string text) => _all.Aggregate(text, (hidden, signer) => signer.Hide(hidden));

    /// <summary>The endpoint took these credentials.</summary>
    public void Accepted(Signer signer) => _accepted = signer;

    /// <summary>
    /// New credentials in place of those that the endpoint answered 401 to; null when there can be none, or when they were
    /// never good: then they have not expired. Listings that come together renew once.
    /// </summary>
    public async Task<Outcome<Signer>?> RenewAsync(Signer rejected, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (_current != rejected) return _current;
            if (_failure is not null) return _failure;
            if (renew is null || _accepted != rejected) return null;
            var renewed = await renew(cancellationToken);
            if (renewed.Failure is not null) return _failure = renewed.Failure;
            _all = _all.Add(renewed.Value!);
            return _current = renewed.Value!;
        }
        finally
        {
            _renewing.Release();
        }
    }

    public void Dispose() => _renewing.Dispose();
}
