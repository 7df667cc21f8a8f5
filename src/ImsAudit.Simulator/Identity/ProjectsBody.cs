using System.Text.Json;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Identity;

/// <summary>Writes the answer of <c>GET /v3/auth/projects</c>.</summary>
internal static class ProjectsBody
{
    public static ReadOnlyMemory<byte> Write(IEnumerable<SimulatedProject> projects, Uri self) => JsonBody.Object(json =>
    {
        json.WriteStartArray("projects");
        foreach (var project in projects) WriteProject(json, project);
        json.WriteEndArray();
        json.WriteStartObject("links");
        json.WriteString("self", self.AbsoluteUri);
        json.WriteNull("previous");
        json.WriteNull("next");
        json.WriteEndObject();
    });

    private static void WriteProject(Utf8JsonWriter json, SimulatedProject project)
    {
        json.WriteStartObject();
        json.WriteString("id", project.Id);
        json.WriteString("name", project.Name);
        json.WriteBoolean("enabled", project.Enabled);
        json.WriteBoolean("is_domain", false);
        json.WriteEndObject();
    }
}
