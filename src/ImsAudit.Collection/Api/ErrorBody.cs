using System.Text.Json;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Api;

/// <summary>What a server said about an error, in any of the shapes of the extension APIs, the gateway, IAM and Glance. Hostile text, capped.</summary>
internal sealed record ErrorBody(string? Code, string? Message)
{
    private static readonly string[] CodeNames = ["error_code", "errorCode", "code", "error"];
    private static readonly string[] MessageNames = ["message", "error_msg", "errorMsg", "error_description", "title"];
    private static readonly string[] ThrottlingWords =
        ["throttl", "flow control", "ratelimit", "rate limit", "too many requests", "流控", "限流"];

    /// <summary>The number of one of the gateway's codes, which are <c>APIGW.0301</c> or, in older places, <c>APIG.0301</c>; null for another's.</summary>
    public string? GatewayCode => Code?.Split('.', 2) is ["APIGW" or "APIG", var number] ? number : null;

    /// <summary>True for the 400s that mean "too fast": the flow control codes of IMS and of its keys (KMS), or their words.</summary>
    public bool SaysThrottled => Code is "IMG.0060" or "IMG.0187"
        || (Message is not null && ThrottlingWords.Any(word => Message.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Null when the body says nothing that can be quoted, such as an empty one or a page of HTML.</summary>
    /// <param name="hide">Takes out what must not be repeated, should the server echo it; before the cut, so that no half of it stays.</param>
    public static ErrorBody? Read(ReadOnlySpan<byte> body, string? mediaType, Func<string, string> hide)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement, hide);
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return mediaType == "text/plain" ? Plain(System.Text.Encoding.UTF8.GetString(body), hide) : null;
        }
    }

    private static ErrorBody? Read(JsonElement root, Func<string, string> hide)
    {
        if (root.ValueKind == JsonValueKind.String) return Plain(root.GetString()!, hide);
        if (root.ValueKind != JsonValueKind.Object) return null;
        var error = root.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        var body = new ErrorBody(First(error, CodeNames, hide), First(error, MessageNames, hide));
        return body is { Code: null, Message: null } ? null : body;
    }

    private static string? First(JsonElement element, string[] names, Func<string, string> hide)
    {
        foreach (var name in names)
        {
            if (!element.TryGetProperty(name, out var value)) continue;
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text) return Quoted.Capped(hide(text));
            if (value.ValueKind == JsonValueKind.Number) return Quoted.Capped(value.GetRawText());
        }
        return null;
    }

    private static ErrorBody? Plain(string text, Func<string, string> hide) =>
        string.IsNullOrWhiteSpace(text) ? null : new ErrorBody(null, Quoted.Capped(hide(text.Trim())));
}
