using System.Text.Json;
using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>What Keystone answers to <c>POST /v3/auth/tokens</c>.</summary>
internal sealed record KeystoneToken(Secret Token, Identity Identity)
{
    /// <summary>Reads the answer; one without a token, or whose token is for no project, is a failure.</summary>
    public static Outcome<KeystoneToken> Read(Reply reply)
    {
        if (string.IsNullOrEmpty(reply.SubjectToken)) return Malformed("the answer carries no X-Subject-Token");
        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            return Read(reply.SubjectToken, Json.Member(document.RootElement, "token"));
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return Malformed("the answer is no readable JSON");
        }
    }

    private static Outcome<KeystoneToken> Read(string token, JsonElement body)
    {
        var project = Json.Text(Json.Member(body, "project"), "id");
        if (project is null) return Malformed("the token that came is not for a project");
        var catalogue = ServiceCatalogue.Read(Json.Member(body, "catalog"));
        return new KeystoneToken(new Secret(token), new Identity(project, IsAdmin(Json.Member(body, "roles")), catalogue));
    }

    private static bool IsAdmin(JsonElement roles) => roles.ValueKind == JsonValueKind.Array
        && roles.EnumerateArray().Any(role => string.Equals(Json.Text(role, "name"), "admin", StringComparison.OrdinalIgnoreCase));

    private static ApiFailure Malformed(string detail) => new(FailureKind.Malformed, detail);
}
