using Flurl.Http;
using ImsAudit.Collection.Credentials;
using Polly;
using Polly.Timeout;

namespace ImsAudit.Collection.Api;

/// <summary>Sends a question to one server through its gate, with a time limit, as often as the retry policy says.</summary>
internal sealed class Exchange(IFlurlClient client, EndpointGate gate, RetryPolicy retries, CollectionEnvironment environment) : IDisposable
{
    public required CollectionSettings Settings { get; init; }

    /// <summary>Shared by all servers: a credential is one wherever it is shown.</summary>
    public required CredentialTrials Trials { get; init; }

    /// <returns>An answer with status 200 or 201, or why there is none.</returns>
    public async Task<Outcome<Reply>> AskAsync(Question question, CancellationToken cancellationToken) =>
        await retries.Build(question.OnRetry).ExecuteAsync(async cancel => await TryAsync(question, cancel), cancellationToken);

    public void Dispose() => client.Dispose();

    /// <summary>The trial is outside of the gate: who waits for its end must not hold the place that it needs.</summary>
    private Task<Outcome<Reply>> TryAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Credential is not { } credential) return SendInTurnAsync(question, null, cancellationToken);
        var trial = Trials.Of(credential);
        return trial.TryAsync(() => SendInTurnAsync(question, trial, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<Reply>> SendInTurnAsync(Question question, CredentialTrial? trial, CancellationToken cancellationToken)
    {
        using var place = await gate.EnterAsync(cancellationToken);
        // Many may have been waiting here when a key was disabled.
        if (trial?.Rejection is { } rejected) return rejected;
        var answer = await SendInTimeAsync(question, cancellationToken);
        trial?.Learn(answer);
        return answer;
    }

    private async Task<Outcome<Reply>> SendInTimeAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            var limit = new ResiliencePipelineBuilder { TimeProvider = environment.Time }.AddTimeout(Settings.RequestTimeout).Build();
            return await limit.ExecuteAsync(async cancel => await SendAsync(question, cancel), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            return new ApiFailure(FailureKind.TimedOut, $"no whole answer came within {Settings.RequestTimeout.TotalSeconds:0.#} seconds");
        }
        catch (Exception trouble) when (TransportFailures.IsTransport(trouble) && !cancellationToken.IsCancellationRequested)
        {
            return TransportFailures.Of(trouble);
        }
    }

    private async Task<Outcome<Reply>> SendAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            using var content = question.Content?.Invoke();
            using var response = await client.Request(question.Url)
                .BeforeCall(call => question.Sign(call.HttpRequestMessage))
                .SendAsync(question.Method, content, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var outcome = await new BodyReader(Settings.MaxBodyBytes, environment.Time).ReadAsync(response.ResponseMessage, cancellationToken);
            return outcome.Value is { Status: not (System.Net.HttpStatusCode.OK or System.Net.HttpStatusCode.Created) } refused
                ? StatusFailures.Of(refused, question.Hide)
                : outcome;
        }
        catch (Exception trouble) when (cancellationToken.IsCancellationRequested && TransportFailures.IsTransport(trouble))
        {
            // Flurl wraps a cancellation into an exception of its own; the pipeline around waits for the plain one.
            throw new OperationCanceledException(trouble.Message, trouble, cancellationToken);
        }
    }
}
