using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ImsAudit.Collection.Api;

/// <summary>Takes an answer off the wire, no more of it than is allowed.</summary>
internal sealed class BodyReader(int longest, TimeProvider time)
{
    private const int LongestError = 64 * 1024;
    private const int Chunk = 64 * 1024;

    public async Task<Outcome<Reply>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var refused = response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created);
        var cap = refused ? LongestError : longest;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = new ArrayBufferWriter<byte>(Chunk);
        int read;
        while ((read = await stream.ReadAsync(body.GetMemory(Chunk), cancellationToken)) > 0)
        {
            body.Advance(read);
            // Of an error only the beginning is quoted; what follows need not come.
            if (body.WrittenCount > cap && refused) break;
            if (body.WrittenCount > cap) return TooLong(response.StatusCode);
        }
        return ToReply(response, body.WrittenMemory);
    }

    private ApiFailure TooLong(HttpStatusCode status) => new(FailureKind.Malformed,
        string.Create(CultureInfo.InvariantCulture, $"the answer is longer than {longest / (1024.0 * 1024.0):0.##} MiB and was not read to its end"))
    {
        Status = status,
    };

    private Reply ToReply(HttpResponseMessage response, ReadOnlyMemory<byte> body) => new(response.StatusCode, body)
    {
        MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
        Coding = response.Content.Headers.ContentEncoding.FirstOrDefault(),
        PointsTo = Origin(response.RequestMessage?.RequestUri, response.Headers.Location?.OriginalString),
        RetryAfter = Wait(response.Headers.RetryAfter),
        ClockOffset = time.GetUtcNow() - response.Headers.Date,
        SubjectToken = response.Headers.TryGetValues("X-Subject-Token", out var tokens) ? tokens.FirstOrDefault() : null,
    };

    private static string? Origin(Uri? asked, string? location) => location is null ? null
        : Uri.TryCreate(asked!, location, out var target) ? $"{target.Scheme}://{target.Host}:{target.Port}"
        : "no readable address";

    private TimeSpan? Wait(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
