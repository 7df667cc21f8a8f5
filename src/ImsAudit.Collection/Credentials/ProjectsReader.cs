using System.Text.Json;
using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Credentials;

/// <summary>Reads an answer of <c>GET /v3/auth/projects</c> (Keystone v3, "Get available project scopes").</summary>
internal static class ProjectsReader
{
    /// <summary>The projects of a page and the address of the next; anything that is not exactly that is a failure.</summary>
    public static Outcome<ProjectsPage> Read(Reply reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            var projects = Json.Member(document.RootElement, "projects");
            if (projects.ValueKind != JsonValueKind.Array) return Malformed("the answer holds no list of projects");
            var found = projects.EnumerateArray().Select(Project).ToList();
            if (found.Contains(null)) return Malformed("the answer lists a project without an id");
            return new ProjectsPage([.. found.OfType<FoundProject>()], Json.Text(Json.Member(document.RootElement, "links"), "next"));
        }
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            return Malformed("the answer is no readable JSON");
        }
    }

    private static FoundProject? Project(JsonElement project) => Json.Text(project, "id") is { } id
        ? new FoundProject(id, Json.Text(project, "name") ?? id, Json.Member(project, "enabled").ValueKind != JsonValueKind.False)
        : null;

    private static ApiFailure Malformed(string detail) => new(FailureKind.Malformed, detail);
}

/// <param name="Next">Where the list goes on; null at its end.</param>
internal sealed record ProjectsPage(IReadOnlyList<FoundProject> Projects, string? Next);
