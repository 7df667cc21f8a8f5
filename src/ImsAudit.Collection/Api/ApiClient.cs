using System.Net;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Api;

/// <summary>Asks one endpoint for pages of images, as one user. Every address is the endpoint's own, so the credentials go nowhere else.</summary>
internal sealed class ApiClient(ApiEndpoint endpoint, Session session, Exchange exchange) : IDisposable
{
    private const int LongestDetail = 500;

    public ApiEndpoint Endpoint => endpoint;

    /// <summary>Takes every secret that was sent out of a text.</summary>
    public string Hide(string text) => session.Hide(text);

    public void Dispose() => session.Dispose();

    /// <param name="query">The encoded query, without the question mark.</param>
    public async Task<Outcome<ImagePage>> GetPageAsync(string query, Action onRetry, CancellationToken cancellationToken)
    {
        var signer = session.Current;
        var answer = await AskAsync(query, signer, onRetry, cancellationToken);
        if (answer.Failure?.Kind == FailureKind.Unauthorized && await session.RenewAsync(signer, cancellationToken) is { } renewed)
            answer = renewed.Failure ?? await AskAsync(query, renewed.Value!, onRetry, cancellationToken);
        return answer.Value is null ? answer.Failure! : ReadPage(answer.Value);
    }

    private async Task<Outcome<Reply>> AskAsync(string query, Signer signer, Action onRetry, CancellationToken cancellationToken)
    {
        var question = new Question(HttpMethod.Get, $"{endpoint.Images}?{query}", request => Prepare(request, signer))
        {
            Credential = signer.Credential,
            Hide = session.Hide,
            OnRetry = onRetry,
        };
        var answer = await exchange.AskAsync(question, cancellationToken);
        if (answer.Failure is null) session.Accepted(signer);
        return answer.Failure?.Kind == FailureKind.Unauthorized ? answer.Failure with { Advice = answer.Failure.Advice ?? signer.WhenRejected } : answer;
    }

    private void Prepare(HttpRequestMessage request, Signer signer)
    {
        if (exchange.Settings.ApiVersion is { } version) request.Headers.TryAddWithoutValidation("X-Api-Version", version);
        signer.Sign(request);
    }

    private Outcome<ImagePage> ReadPage(Reply reply)
    {
        if (reply.Status != HttpStatusCode.OK) return Malformed(reply, $"the server answered {(int)reply.Status}, where 200 is the only answer with images");
        if (reply.Coding is not null) return Malformed(reply, $"the answer is packed as {reply.Coding}, which was not asked for");
        if (!reply.MayBeJson) return Malformed(reply, $"the answer is {reply.MediaType}, not JSON");
        try
        {
            return PageReader.Read(reply.Body, endpoint);
        }
        catch (MalformedPageException malformed)
        {
            return Malformed(reply, $"the answer {malformed.Message}");
        }
    }

    private ApiFailure Malformed(Reply reply, string detail) =>
        new(FailureKind.Malformed, Quoted.Capped(session.Hide(detail), LongestDetail)) { Status = reply.Status };
}
