using System.Net;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Api;

/// <summary>Turns an answer with any other status than the wanted one into a failure.</summary>
internal static class StatusFailures
{
    public static ApiFailure Of(Reply reply, Func<string, string> hide)
    {
        var said = ErrorBody.Read(reply.Body.Span, reply.MediaType, hide);
        return new ApiFailure(Kind(reply.Status, said), Detail(reply, hide)) { Status = reply.Status, Said = said, RetryAfter = reply.RetryAfter };
    }

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

    private static string Detail(Reply reply, Func<string, string> hide)
    {
        var status = $"the server answered {(int)reply.Status}";
        return reply.PointsTo is null ? status : $"{status} and points to {Quoted.Capped(hide(reply.PointsTo))}";
    }
}
