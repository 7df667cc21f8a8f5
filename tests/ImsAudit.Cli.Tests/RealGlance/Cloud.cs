using System.Text.Json.Nodes;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>Where the real servers are, and who may do what there: what <c>start.sh</c> wrote to <c>env.json</c>.</summary>
public sealed class Cloud(JsonNode written)
{
    public Uri Identity { get; } = new((string)written["identity"]!);

    /// <summary>A Glance whose images carry IMS's fields; region <c>ims-1</c>.</summary>
    public Uri Ims { get; } = new((string)written["ims"]!);

    /// <summary>A Glance without any <c>__imagetype</c>; region <c>plain-1</c>.</summary>
    public Uri Plain { get; } = new((string)written["plain"]!);

    public string Project(string name) => (string)written["projects"]![name]!;

    public string Password(string user) => (string)written["users"]![user]!["password"]!;

    public string UserId(string user) => (string)written["users"]![user]!["id"]!;

    /// <summary>The environment that signs <paramref name="user"/> in to <paramref name="project"/>.</summary>
    public Dictionary<string, string> SignIn(string user, string project, string region) => new()
    {
        ["OS_AUTH_URL"] = Identity.AbsoluteUri,
        ["OS_USERNAME"] = user,
        ["OS_PASSWORD"] = Password(user),
        ["OS_USER_DOMAIN_NAME"] = "Default",
        ["OS_PROJECT_NAME"] = project,
        ["OS_PROJECT_DOMAIN_NAME"] = "Default",
        ["OS_REGION_NAME"] = region,
    };
}
