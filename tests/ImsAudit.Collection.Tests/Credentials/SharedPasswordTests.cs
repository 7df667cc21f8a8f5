using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests.Credentials;

/// <summary>One account, several projects: an account locks, however many projects it is used for.</summary>
public sealed class SharedPasswordTests
{
    private static readonly string[] Projects = ["p1", "p2", "p3"];

    [Fact]
    public async Task Password_that_was_changed_on_the_way_is_shown_once_by_all_renewals()
    {
        var signIns = 0;
        await using var cloud = new ScriptedServer(request => request.Method == "POST"
            ? Interlocked.Increment(ref signIns) > Projects.Length ? Answer.Of(401) : Token(request)
            : request.Marker is null ? Answer.Json(Page.Of(Page.Next("a"), "a")) : Answer.Of(401));

        var collected = await CollectAsync(cloud);

        cloud.Requests.Count(request => request.Method == "POST").ShouldBe(Projects.Length + 1);
        collected.Result.Listings.ShouldAllBe(listing => listing.Error!.Contains("could not be renewed") && listing.Images == 1);
    }

    [Fact]
    public async Task Tokens_that_expire_on_the_way_are_all_renewed()
    {
        await using var cloud = new ScriptedServer(request => request.Method == "POST" ? Token(request)
            : request.Marker is null ? Answer.Json(Page.Of(Page.Next("a"), "a"))
            : request.Token!.EndsWith("-1", StringComparison.Ordinal) ? Answer.Of(401)
            : Answer.Json(Page.Of(null, "b")));

        var collected = await CollectAsync(cloud);

        cloud.Requests.Count(request => request.Method == "POST").ShouldBe(2 * Projects.Length);
        collected.Result.Listings.ShouldAllBe(listing => listing.Complete && listing.Images == 2);
    }

    private readonly Dictionary<string, int> _issued = [];

    /// <summary>The first token of a project ends with 1, the next with 2.</summary>
    private Answer Token(ServerRequest request)
    {
        var project = (string)Keystone.Auth(request)["scope"]!["project"]!["id"]!;
        lock (_issued)
        {
            _issued[project] = _issued.GetValueOrDefault(project) + 1;
            return Keystone.Token($"{project}-{_issued[project]}", [Keystone.Endpoint($"http://{request.Headers["Host"]}")], project: project);
        }
    }

    private static Task<Collected> CollectAsync(ScriptedServer cloud)
    {
        var targets = Projects.Select(project => new CollectionTarget
        {
            Project = project,
            Authentication = new PasswordAuthentication { AuthUrl = cloud.Url, UserName = "u", Password = new Secret("pa55") },
        });
        return new Collect { Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Private) } }.RunAsync([.. targets]);
    }
}
