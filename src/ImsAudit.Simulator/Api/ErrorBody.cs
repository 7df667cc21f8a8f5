using System.Net;
using System.Text.Json;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Api;

/// <summary>Writes errors in the shapes of <c>ims-api.md</c>, 3.4.</summary>
internal static class ErrorBody
{
    /// <summary>The answer to a rejected request.</summary>
    public static SimulatedResponse Of(Rejection rejection, SimulatedRequest request, SimulatorMode mode)
    {
        if (rejection.Code is { } gatewayCode && gatewayCode.StartsWith("APIGW.", StringComparison.Ordinal)) return Gateway(rejection, gatewayCode, request);
        if (request.Path.StartsWith("/v3", StringComparison.Ordinal)) return Iam(rejection);
        if (mode == SimulatorMode.Glance) return rejection.Status == 401 ? Iam(rejection) : Glance(rejection, request);
        return rejection switch
        {
            { Status: 401 } => Gateway(rejection, "APIGW.0301", request),
            { Status: 404, Code: null } => Gateway(rejection, "APIGW.0101", request),
            { Code: { } code } => SimulatedResponse.Json(rejection.Status, Nested(rejection.Message, json => json.WriteString("code", code))),
            _ => Iam(rejection),
        };
    }

    /// <summary><c>{"error_msg":…,"error_code":"APIGW.0301","request_id":…}</c>, the gateway's.</summary>
    private static SimulatedResponse Gateway(Rejection rejection, string code, SimulatedRequest request) =>
        SimulatedResponse.Json(rejection.Status, JsonBody.Object(json =>
        {
            json.WriteString("error_msg", rejection.Message);
            json.WriteString("error_code", code);
            json.WriteString("request_id", RequestId.Of(request.Number));
        }));

    /// <summary><c>{"error":{"message":…,"code":401,"title":"Unauthorized"}}</c>, IAM's and Keystone's.</summary>
    private static SimulatedResponse Iam(Rejection rejection) => SimulatedResponse.Json(rejection.Status, Nested(rejection.Message, json =>
    {
        json.WriteNumber("code", rejection.Status);
        json.WriteString("title", Title(rejection.Status));
    }));

    /// <summary>Glance's own errors are HTML, JSON or plain text, as the client accepts.</summary>
    private static SimulatedResponse Glance(Rejection rejection, SimulatedRequest request)
    {
        var accept = request.Header("Accept") ?? "";
        var status = $"{rejection.Status} {Title(rejection.Status)}";
        if (accept.Contains("json", StringComparison.Ordinal)) return GlanceJson(rejection, status);
        if (!accept.Contains("html", StringComparison.Ordinal) && !accept.Contains("*/*", StringComparison.Ordinal))
            return SimulatedResponse.Text(rejection.Status, $"{status}\n\n{rejection.Message}\n\n   ");
        var page = $"<html>\n <head>\n  <title>{status}</title>\n </head>\n <body>\n  <h1>{status}</h1>\n  {WebUtility.HtmlEncode(rejection.Message)}<br /><br />\n\n\n </body>\n</html>";
        return SimulatedResponse.Text(rejection.Status, page, "text/html; charset=UTF-8");
    }

    private static SimulatedResponse GlanceJson(Rejection rejection, string status) => SimulatedResponse.Json(rejection.Status, JsonBody.Object(json =>
    {
        json.WriteString("message", $"{rejection.Message}<br /><br />\n\n\n");
        json.WriteString("code", status);
        json.WriteString("title", Title(rejection.Status));
    }));

    private static string Title(int status) => status switch
    {
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Error",
    };

    private static ReadOnlyMemory<byte> Nested(string message, Action<Utf8JsonWriter> rest) => JsonBody.Object(json =>
    {
        json.WriteStartObject("error");
        json.WriteString("message", message);
        rest(json);
        json.WriteEndObject();
    });
}
