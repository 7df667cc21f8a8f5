using System.Net.Http.Headers;
using System.Text.Json;

namespace ImsAudit.Collection.Credentials;

/// <summary>The body of <c>POST /v3/auth/tokens</c> for a user name and a password, for one project.</summary>
internal static class KeystoneRequest
{
    public static HttpContent Content(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    public static byte[] Write(PasswordAuthentication user, string? projectId)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("auth");
            WriteIdentity(json, user);
            WriteScope(json, user, projectId);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void WriteIdentity(Utf8JsonWriter json, PasswordAuthentication user)
    {
        json.WriteStartObject("identity");
        json.WriteStartArray("methods");
        json.WriteStringValue("password");
        json.WriteEndArray();
        json.WriteStartObject("password");
        json.WriteStartObject("user");
        json.WriteString("name", user.UserName);
        json.WriteString("password", user.Password.Reveal());
        WriteDomain(json, user.UserDomainName, user.UserDomainId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteScope(Utf8JsonWriter json, PasswordAuthentication user, string? projectId)
    {
        json.WriteStartObject("scope");
        json.WriteStartObject("project");
        if (string.IsNullOrEmpty(projectId))
        {
            json.WriteString("name", user.ProjectName);
            var ownDomain = user.ProjectDomainName is not null || user.ProjectDomainId is not null;
            WriteDomain(json, ownDomain ? user.ProjectDomainName : user.UserDomainName, ownDomain ? user.ProjectDomainId : user.UserDomainId);
        }
        else
        {
            json.WriteString("id", projectId);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDomain(Utf8JsonWriter json, string? name, string? id)
    {
        json.WriteStartObject("domain");
        if (string.IsNullOrEmpty(name)) json.WriteString("id", string.IsNullOrEmpty(id) ? "default" : id);
        else json.WriteString("name", name);
        json.WriteEndObject();
    }
}
