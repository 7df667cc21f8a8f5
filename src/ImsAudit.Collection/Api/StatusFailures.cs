using System.Net;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Api;

/// <summary>Turns an answer with any other status than the wanted one into a failure.</summary>
internal static class StatusFailures
{
    public static ApiFailure Of(Reply reply, Func<string, string> hide)
    {
        var said = ErrorBody.Read(reply.Body.Span, reply.MediaType, hide);
        var kind = Kind(said) ?? Kind(reply.Status, said);
        return new ApiFailure(kind, Detail(kind, reply, hide)) { Status = reply.Status, Said = said, RetryAfter = reply.RetryAfter, ClockOffset = reply.ClockOffset };
    }

    /// <summary>The gateway's codes say more than its statuses, which differ from place to place (ims-api, section Errors).</summary>
    private static FailureKind? Kind(ErrorBody? said) => said?.GatewayCode switch
    {
        "0301" => FailureKind.Unauthorized,
        "0303" => FailureKind.ClockSkew,
        "0308" => FailureKind.Throttled,
        _ => null,
    };

    private static FailureKind Kind(HttpStatusCode status, ErrorBody? said) => status switch
    {
        HttpStatusCode.Unauthorized => FailureKind.Unauthorized,
        HttpStatusCode.Forbidden => FailureKind.Forbidden,
        HttpStatusCode.TooManyRequests => FailureKind.Throttled,
        HttpStatusCode.BadRequest when said?.SaysThrottled == true => FailureKind.Throttled,
        HttpStatusCode.RequestTimeout => FailureKind.TimedOut,
        >= HttpStatusCode.InternalServerError => FailureKind.ServerError,
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => FailureKind.Redirect,
        _ => FailureKind.Refused,
    };

    private static string Detail(FailureKind kind, Reply reply, Func<string, string> hide)
    {
        var status = $"the server answered {(int)reply.Status}";
        if (kind == FailureKind.ClockSkew) return status + ClockSentences.Off(reply.ClockOffset);
        return reply.PointsTo is null ? status : $"{status} and points to {Quoted.Capped(hide(reply.PointsTo))}";
    }
}
