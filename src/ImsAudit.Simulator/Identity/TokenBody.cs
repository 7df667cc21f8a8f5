using System.Globalization;
using System.Text.Json;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Identity;

/// <summary>Writes the body that comes with a token.</summary>
internal static class TokenBody
{
    public const string UserId = "0d5e0000000000000000000000000001";
    private const string DomainId = "0d5e0000000000000000000000000002";

    /// <param name="endpoint">Where the services of the catalogue are; null writes no catalogue.</param>
    public static ReadOnlyMemory<byte> Write(IssuedToken token, SimulatorOptions options, Uri? endpoint) => JsonBody.Object(json =>
    {
        json.WriteStartObject("token");
        json.WriteStartArray("methods");
        json.WriteStringValue(token.Method);
        json.WriteEndArray();
        json.WriteString("expires_at", Time(token.ExpiresAt));
        json.WriteString("issued_at", Time(token.IssuedAt));
        WriteNamed(json, "user", UserId, options.User);
        if (token.Project is { } project) WriteScope(json, project, options, endpoint);
        json.WriteEndObject();
    });

    private static void WriteScope(Utf8JsonWriter json, SimulatedProject project, SimulatorOptions options, Uri? endpoint)
    {
        WriteNamed(json, "project", project.Id, project.Name);
        json.WriteStartArray("roles");
        foreach (var role in options.Roles) WriteRole(json, role);
        json.WriteEndArray();
        if (endpoint is null) return;
        json.WriteStartArray("catalog");
        WriteService(json, "image", [(options.Region, endpoint.AbsoluteUri.TrimEnd('/')), .. options.MoreRegions.Select(region => (region, new Uri(endpoint, region).AbsoluteUri))]);
        WriteService(json, "identity", [(options.Region, new Uri(endpoint, "v3").AbsoluteUri)]);
        json.WriteEndArray();
    }

    private static void WriteNamed(Utf8JsonWriter json, string what, string id, string name)
    {
        json.WriteStartObject(what);
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteStartObject("domain");
        json.WriteString("id", DomainId);
        json.WriteString("name", "simulated-domain");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRole(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("id", "0");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteService(Utf8JsonWriter json, string type, IEnumerable<(string Region, string Url)> endpoints)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("name", type);
        json.WriteString("id", type);
        json.WriteStartArray("endpoints");
        foreach (var (region, url) in endpoints) WriteEndpoint(json, type, region, url);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, string type, string region, string url)
    {
        json.WriteStartObject();
        json.WriteString("id", $"{type}-{region}");
        json.WriteString("interface", "public");
        json.WriteString("region", region);
        json.WriteString("region_id", region);
        json.WriteString("url", url);
        json.WriteEndObject();
    }

    /// <summary>IAM writes six digits of the second.</summary>
    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
