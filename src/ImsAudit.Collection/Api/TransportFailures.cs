using System.Net.Sockets;
using System.Security.Authentication;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Api;

/// <summary>Turns what went wrong below HTTP into a failure.</summary>
internal static class TransportFailures
{
    public static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or Flurl.Http.FlurlHttpException;

    public static ApiFailure Of(Exception exception)
    {
        var causes = Causes(exception).ToList();
        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } tls) return Failure(FailureKind.Tls, "the TLS handshake failed", Innermost(tls));
        if (causes.OfType<InvalidDataException>().FirstOrDefault() is { } coding) return Failure(FailureKind.Malformed, "the answer cannot be decompressed", coding);
        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket) return OfSocket(socket);
        return causes.OfType<HttpRequestException>().FirstOrDefault()?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => Failure(FailureKind.UnknownHost, "the host name cannot be resolved", causes[^1]),
            HttpRequestError.SecureConnectionError => Failure(FailureKind.Tls, "the TLS handshake failed", causes[^1]),
            HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => Failure(FailureKind.Unreachable, "no connection could be made", causes[^1]),
            HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse => Failure(FailureKind.Malformed, "the answer is no valid HTTP", causes[^1]),
            _ => Failure(FailureKind.Broken, "the connection broke before the answer was whole", causes[^1]),
        };
    }

    private static ApiFailure OfSocket(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => Failure(FailureKind.UnknownHost, "the host name cannot be resolved", socket),
        SocketError.ConnectionReset or SocketError.ConnectionAborted => Failure(FailureKind.Broken, "the connection broke before the answer was whole", socket),
        _ => Failure(FailureKind.Unreachable, "no connection could be made", socket),
    };

    private static ApiFailure Failure(FailureKind kind, string what, Exception cause) =>
        new(kind, $"{what} ({Quoted.Capped(cause.Message.TrimEnd('.'))})");

    private static Exception Innermost(Exception exception) => Causes(exception).Last();

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
