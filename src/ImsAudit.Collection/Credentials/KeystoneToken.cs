using System.Text.Json;
using ImsAudit.Collection.Api;
using ImsAudit.Values;

namespace ImsAudit.Collection.Credentials;

/// <summary>What Keystone answers at <c>/v3/auth/tokens</c>: to <c>POST</c> with a new token, to <c>GET</c> about a given one.</summary>
internal sealed record KeystoneToken(Secret Token, Identity Identity)
{
    public static readonly ApiFailure ForNoProject = Malformed("the token is not for a project, and none is named");

    /// <summary>Reads the answer to a request for a token; one without a token is a failure. The token may be for no project.</summary>
    public static Outcome<KeystoneToken> Read(Reply reply)
    {
        if (string.IsNullOrEmpty(reply.SubjectToken)) return Malformed("the answer carries no X-Subject-Token");
        var read = ReadIdentity(reply);
        return read.Value is null ? read.Failure! : new KeystoneToken(new Secret(reply.SubjectToken), read.Value);
    }

    /// <summary>Reads what a token says; its project is null when it is for none.</summary>
    public static Outcome<Identity> ReadIdentity(Reply reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            return ReadIdentity(Json.Member(document.RootElement, "token"));
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return Malformed("the answer is no readable JSON");
        }
    }

    private static Outcome<Identity> ReadIdentity(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return Malformed("the answer says nothing about a token");
        var project = Json.Member(body, "project");
        var roles = Roles(Json.Member(body, "roles"));
        return new Identity(Json.Text(project, "id"), roles.Contains("admin", StringComparer.OrdinalIgnoreCase), ServiceCatalogue.Read(Json.Member(body, "catalog")))
        {
            ProjectName = Json.Text(project, "name"),
            User = Json.Text(Json.Member(body, "user"), "name"),
            Roles = roles,
            ExpiresAt = Timestamp.TryParse(Json.Text(body, "expires_at") ?? "", out var expiry) ? expiry : null,
        };
    }

    private static List<string> Roles(JsonElement roles) => roles.ValueKind != JsonValueKind.Array
        ? []
        : [.. roles.EnumerateArray().Select(role => Json.Text(role, "name")).OfType<string>()];

    private static ApiFailure Malformed(string detail) => new(FailureKind.Malformed, detail);
}
