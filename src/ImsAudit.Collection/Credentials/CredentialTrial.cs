using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>
/// Lets requests with one credential go one by one until an answer shows that it is good, and none once it was rejected:
/// five failures lock an access key or an account, and a collection asks more than five questions at once.
/// </summary>
/// <param name="staysGood">See <see cref="Credential.StaysGood"/>.</param>
internal sealed class CredentialTrial(bool staysGood) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile bool _taken;
    private volatile ApiFailure? _rejection;

    /// <summary>What a request that must not be sent any more ends with; null while it may be.</summary>
    public ApiFailure? Rejection => _rejection is { } before
        ? before with { Detail = $"it was not sent, because another request with the same credentials was rejected: {before.Detail}", Advice = "The error of the one that was sent says what to put right." }
        : null;

    /// <param name="send">One try of one request, which tells <see cref="Learn"/>. One that says nothing about the credential, such as a 503, gives the turn to the next.</param>
    public async Task<Outcome<Reply>> TryAsync(Func<Task<Outcome<Reply>>> send, CancellationToken cancellationToken)
    {
        if (_taken) return Rejection ?? await send();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_taken) return Rejection ?? await send();
        }
        finally
        {
            _turn.Release();
        }
        return Rejection ?? await send();
    }

    /// <summary>To be told before anybody else can send.</summary>
    public void Learn(Outcome<Reply> answer)
    {
        if (answer.Value is not null) _taken = true;
        else if (answer.Failure!.IsRejection && !(staysGood && _taken)) _rejection ??= answer.Failure;
    }

    public void Dispose() => _turn.Dispose();
}
