using System.Net.Http.Headers;
using System.Text.Json;

namespace ImsAudit.Collection.Credentials;

/// <summary>The body of <c>POST /v3/auth/tokens</c>.</summary>
internal static class KeystoneRequest
{
    public static HttpContent Content(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <param name="method">Such as <c>password</c>; also the name of the object that <paramref name="proof"/> fills.</param>
    /// <param name="scope">Null leaves it to the server: a credential that is bound to a project, or a token for none.</param>
    public static byte[] Write(string method, Action<Utf8JsonWriter> proof, ProjectScope? scope)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("auth");
            json.WriteStartObject("identity");
            json.WriteStartArray("methods");
            json.WriteStringValue(method);
            json.WriteEndArray();
            json.WriteStartObject(method);
            proof(json);
            json.WriteEndObject();
            json.WriteEndObject();
            scope?.Write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <summary>Who it is: by id, else by name within a domain; a password too where one proves it.</summary>
    public static void WriteUser(Utf8JsonWriter json, KeystoneUser user, Secret? password)
    {
        var byName = string.IsNullOrEmpty(user.Id);
        json.WriteStartObject("user");
        json.WriteString(byName ? "name" : "id", byName ? user.Name : user.Id);
        if (password is not null) json.WriteString("password", password.Reveal());
        if (byName) user.Domain.Write(json);
        json.WriteEndObject();
    }
}
