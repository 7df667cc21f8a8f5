using System.Text.Json;
using ImsAudit.Collection.Connecting;
using ImsAudit.Json;

namespace ImsAudit.Cli.Outputs;

/// <summary>How signing in went, as a table or as JSON.</summary>
internal static class SignInTable
{
    private static readonly string[] s_head = ["cloud", "region", "project", "sign-in", "from", "endpoint", "chosen by", "user", "roles", "expires", "works"];

    public static void Write(Invocation invocation, IReadOnlyList<CheckedTarget> targets) =>
        ColumnTable.Write(invocation, s_head, [.. targets.Select(Row)]);

    public static void WriteJson(Stream output, IReadOnlyList<CheckedTarget> targets)
    {
        using (var json = new Utf8JsonWriter(output, SafeJson.Indented))
        {
            json.WriteStartArray();
            foreach (var target in targets) Write(json, target);
            json.WriteEndArray();
        }
        output.WriteByte((byte)'\n');
    }

    private static string[] Row(CheckedTarget target) =>
    [
        target.Scope.Cloud ?? "",
        target.Scope.Region ?? "",
        target.ProjectName is { } name ? $"{target.Scope.Project} ({name})" : target.Scope.Project ?? "",
        target.Target.Authentication.Name,
        target.Target.Authentication.From,
        target.Endpoint ?? "",
        target.EndpointFrom ?? "",
        target.User ?? "",
        target.Roles is null ? "unknown" : string.Join(", ", target.Roles),
        target.ExpiresAt is { } expiry ? SafeJson.Time(expiry) : "",
        target.Problem is null ? "yes" : "no",
    ];

    private static void Write(Utf8JsonWriter json, CheckedTarget target)
    {
        json.WriteStartObject();
        json.WriteString("cloud", target.Scope.Cloud);
        json.WriteString("region", target.Scope.Region);
        json.WriteString("project", target.Scope.Project);
        json.WriteString("projectName", target.ProjectName);
        json.WriteString("auth", target.Target.Authentication.Name);
        json.WriteString("from", target.Target.Authentication.From);
        json.WriteString("endpoint", target.Endpoint);
        json.WriteString("endpointFrom", target.EndpointFrom);
        json.WriteString("user", target.User);
        WriteTexts(json, "roles", target.Roles);
        json.WriteString("expiresAt", target.ExpiresAt is { } expiry ? SafeJson.Time(expiry) : null);
        json.WriteBoolean("works", target.Problem is null);
        json.WriteString("problem", target.Problem);
        WriteTexts(json, "notes", target.Notes);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
