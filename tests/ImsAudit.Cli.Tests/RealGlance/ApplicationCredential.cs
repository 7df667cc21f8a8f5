using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

internal static class ApplicationCredential
{
    /// <summary>Makes one for a user and a project; Keystone chooses its secret.</summary>
    public static async Task<(string Id, string Secret)> MakeAsync(Cloud cloud, string user, string project)
    {
        using var client = await OpenStackClient.SignInAsync(cloud, cloud.Ims, user, project);
        var body = JsonNode.Parse("""{"application_credential":{"name":"audit"}}""")!;
        var made = (await client.PostAsync($"{cloud.Identity}/users/{cloud.UserId(user)}/application_credentials", body))["application_credential"]!;
        return ((string)made["id"]!, (string)made["secret"]!);
    }
}
