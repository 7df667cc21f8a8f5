using System.Text.Json;
using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>What Keystone answers at <c>/v3/auth/tokens</c>: to <c>POST</c> with a new token, to <c>GET</c> about a given one.</summary>
internal sealed record KeystoneToken(Secret Token, Identity Identity)
{
    /// <summary>Reads the answer to a request for a token; one without a token, or whose token is for no project, is a failure.</summary>
    public static Outcome<KeystoneToken> Read(Reply reply)
    {
        if (string.IsNullOrEmpty(reply.SubjectToken)) return Malformed("the answer carries no X-Subject-Token");
        var read = ReadIdentity(reply);
        return read.Value is null ? read.Failure! : new KeystoneToken(new Secret(reply.SubjectToken), read.Value);
    }

    /// <summary>Reads what a token says; a token that is for no project is a failure.</summary>
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
        var project = Json.Text(Json.Member(body, "project"), "id");
        if (project is null) return Malformed("the token is not for a project");
        return new Identity(project, IsAdmin(Json.Member(body, "roles")), ServiceCatalogue.Read(Json.Member(body, "catalog")));
    }

    private static bool IsAdmin(JsonElement roles) => roles.ValueKind == JsonValueKind.Array
        && roles.EnumerateArray().Any(role => string.Equals(Json.Text(role, "name"), "admin", StringComparison.OrdinalIgnoreCase));

    private static ApiFailure Malformed(string detail) => new(FailureKind.Malformed, detail);
}
