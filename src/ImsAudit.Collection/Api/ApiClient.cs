using System.Net;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Api;

/// <summary>Asks one endpoint for pages of images, as one user. Every address is the endpoint's own, so the credentials go nowhere else.</summary>
internal sealed class ApiClient(ApiEndpoint endpoint, Session session, Exchange exchange) : IDisposable
{
    private const int LongestDetail = 500;

    public ApiEndpoint Endpoint => endpoint;

    /// <summary>How many requests more the endpoint could have been sent by now, within concurrency and rate.</summary>
    public int Spare => exchange.Spare;

    /// <summary>Takes every secret that was sent out of a text.</summary>
    public string Hide(string text) => session.Hide(text);

    public void Dispose() => session.Dispose();

    /// <param name="dialect">Which list is asked.</param>
    /// <param name="query">The encoded query, without the question mark.</param>
    public async Task<Outcome<ImagePage>> GetPageAsync(ApiDialect dialect, string query, Action onRetry, CancellationToken cancellationToken)
    {
        var answer = await AskAsync($"{endpoint.ListOf(dialect)}?{query}", onRetry, cancellationToken);
        if (answer.Value is { } reply) return Read(reply, body => dialect == ApiDialect.CloudImages ? CloudPage.Read(body) : PageReader.Read(body, endpoint));
        return answer.Failure! with { Advice = answer.Failure!.Advice ?? FailureSentences.AdviceOn(dialect, answer.Failure) };
    }

    /// <summary>One page of those whom an image is shared out to.</summary>
    /// <param name="imageId">An id that can stand in a path.</param>
    /// <param name="marker">Null for the first page.</param>
    public async Task<Outcome<MemberPage>> GetMembersAsync(string imageId, string? marker, CancellationToken cancellationToken)
    {
        var address = $"{endpoint.Images}/{imageId}/members";
        var answer = await AskAsync(marker is null ? address : $"{address}?{new QueryParameter("marker", marker)}", () => { }, cancellationToken);
        return answer.Value is null ? answer.Failure! : Read(answer.Value, body => MemberPageReader.Read(body, imageId));
    }

    private async Task<Outcome<Reply>> AskAsync(string address, Action onRetry, CancellationToken cancellationToken)
    {
        var signer = session.Current;
        var answer = await AskAsync(address, signer, onRetry, cancellationToken);
        return answer.Failure?.Kind == FailureKind.Unauthorized && await session.RenewAsync(signer, cancellationToken) is { } renewed
            ? renewed.Failure ?? await AskAsync(address, renewed.Value!, onRetry, cancellationToken)
            : answer;
    }

    private async Task<Outcome<Reply>> AskAsync(string address, Signer signer, Action onRetry, CancellationToken cancellationToken)
    {
        var question = new Question(HttpMethod.Get, address, request => Prepare(request, signer))
        {
            Credential = signer.Credential,
            Hide = session.Hide,
            Secrets = signer.Secrets,
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

    private Outcome<T> Read<T>(Reply reply, Func<ReadOnlyMemory<byte>, T> read) where T : class
    {
        if (reply.Status != HttpStatusCode.OK) return Malformed(reply, $"the server answered {(int)reply.Status}, where 200 is the only answer with images");
        if (reply.Coding is not null) return Malformed(reply, $"the answer is packed as {reply.Coding}, which was not asked for");
        if (!reply.MayBeJson) return Malformed(reply, $"the answer is {reply.MediaType}, not JSON");
        try
        {
            return read(reply.Body);
        }
        catch (MalformedPageException malformed)
        {
            return Malformed(reply, $"the answer {malformed.Message}");
        }
    }

    private ApiFailure Malformed(Reply reply, string detail) =>
        new(FailureKind.Malformed, Quoted.Capped(session.Hide(detail), LongestDetail)) { Status = reply.Status };
}
