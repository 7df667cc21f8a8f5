using System.Text.Json;
using ImsAudit.Simulator.Api;

namespace ImsAudit.Simulator.Identity;

/// <summary>
/// The body of <c>POST /v3/auth/tokens</c>: a user by name or id, a password, and perhaps a project by name or id; or an
/// application credential.
/// </summary>
internal sealed record TokenRequest(string? User, string? Password, bool Scoped, string? ProjectId, string? ProjectName)
{
    private const string ByPassword = "password";
    private const string ByApplication = "application_credential";

    /// <summary>Null for a user with a password.</summary>
    public ApplicationCredentialClaim? Application { get; init; }

    /// <summary>As Keystone names it.</summary>
    public string Method => Application is null ? ByPassword : ByApplication;

    /// <exception cref="Rejection">400: it is no such body. 401: another method than these.</exception>
    public static TokenRequest Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var auth = document.RootElement.GetProperty("auth");
            var identity = auth.GetProperty("identity");
            var methods = identity.GetProperty("methods") is { ValueKind: JsonValueKind.Array } list ? Names(list) : [];
            if (methods.Contains(ByApplication)) return Read(default, auth) with { Application = ReadApplication(identity.GetProperty(ByApplication)) };
            if (!methods.Contains(ByPassword)) throw new Rejection(401, "The simulator authenticates by password or application credential only.");
            return Read(identity.GetProperty(ByPassword).GetProperty("user"), auth);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The body is not JSON, lacks a member, or has a member of another kind.
            throw new Rejection(400, "Expecting to find auth.identity.methods and auth.identity.password.user in the request body.");
        }
    }

    /// <summary>The compiler's own would print the password.</summary>
    public override string ToString() => $"{User} for {ProjectId ?? ProjectName}";

    private static TokenRequest Read(JsonElement user, JsonElement auth)
    {
        var scoped = auth.TryGetProperty("scope", out var scope) && scope.TryGetProperty("project", out var project) ? project : default;
        return new TokenRequest(
            Text(user, "name") ?? Text(user, "id"), Text(user, "password"),
            scoped.ValueKind != JsonValueKind.Undefined, Text(scoped, "id"), Text(scoped, "name"));
    }

    private static ApplicationCredentialClaim ReadApplication(JsonElement claim)
    {
        var user = claim.TryGetProperty("user", out var given) ? given : default;
        return new ApplicationCredentialClaim(Text(claim, "id"), Text(claim, "name"), Text(user, "name") ?? Text(user, "id"), Text(claim, "secret"));
    }

    private static List<string?> Names(JsonElement methods) => [.. methods.EnumerateArray().Select(method => method.GetString())];

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
