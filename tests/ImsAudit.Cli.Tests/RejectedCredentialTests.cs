using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Collection;
using ImsAudit.Collection.Credentials;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;
using ImsAudit.Snapshots;

namespace ImsAudit.Cli.Tests;

/// <summary>Five failures lock an access key or an account: however much is to be asked with a credential that is wrong, one request shows it.</summary>
public sealed class RejectedCredentialTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public async Task Wrong_secret_key_is_sent_once_for_all_targets(int targets)
    {
        await using var server = Start(new() { RequireToken = true });
        var key = server.AccessKeys[0];

        // Built anew for each target, as from several clouds of a configuration.
        var result = await CollectAsync(server, targets, _ => new AccessKeyAuthentication(new AccessKey(key.Id, new Secret("wrong"))));

        server.Requests.Count.ShouldBe(1);
        EveryListingFailed(result, targets, "APIGW.0301");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Wrong_secret_key_is_sent_once_where_projects_are_looked_up(int targets)
    {
        await using var server = Start(new() { RequireToken = true });
        var key = server.AccessKeys[0];

        var result = await CollectAsync(server, targets, _ => new AccessKeyAuthentication(new AccessKey(key.Id, new Secret("wrong"))) { IdentityUrl = server.Endpoint.AbsoluteUri }, withProjects: false);

        server.Requests.Count.ShouldBe(1);
        result.Listings.ShouldAllBe(listing => listing.Error!.Contains("APIGW.0301"));
        result.Listings.Count.ShouldBe((4 * targets) + (2 * targets));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public async Task Wrong_token_is_sent_once_for_all_targets(int targets)
    {
        await using var server = Start(new() { RequireToken = true });

        var result = await CollectAsync(server, targets, _ => new TokenAuthentication(new Secret("wrong")));

        server.Requests.Count.ShouldBe(1);
        EveryListingFailed(result, targets, "answered 401");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public async Task Wrong_password_is_sent_once_for_all_projects(int targets)
    {
        await using var server = Start(new() { RequireToken = true });

        var result = await CollectAsync(server, targets, _ => Password(server, "wrong"));

        server.Requests.Count.ShouldBe(1);
        result.Listings.ShouldAllBe(listing => listing.Error!.Contains("answered 401"));
        // The one that was sent is the error of its project's four listings, and of the endpoint's two.
        result.Listings.Count.ShouldBe((4 * targets) + 2);
        result.Listings.Count(listing => listing.Error!.Contains("was not sent")).ShouldBe(4 * (targets - 1));
    }

    [Fact]
    public async Task Right_credentials_of_another_target_are_not_held_back()
    {
        await using var server = Start(new() { RequireToken = true });
        var key = server.AccessKeys[0];

        var result = await CollectAsync(server, 2, at => new AccessKeyAuthentication(new AccessKey(key.Id, new Secret(at == 0 ? "wrong" : key.SecretKey))));

        result.Listings.Where(listing => !listing.Complete).ShouldAllBe(listing => listing.Scope.Project == Project(server, 0) || listing.Scope.Project == null);
        result.Listings.Count(listing => listing.Complete).ShouldBe(4);
        server.Requests.Count(request => request.Status == 401).ShouldBe(1);
    }

    [Fact]
    public async Task Refusal_of_one_project_leaves_the_others()
    {
        await using var server = Start(new()
        {
            RequireToken = true,
            Intercept = request => request.Header("X-Project-Id") == Project(0) ? SimulatedResponse.Json(403, "{}") : null,
        });
        var key = server.AccessKeys[0];

        var result = await CollectAsync(server, 2, _ => new AccessKeyAuthentication(new AccessKey(key.Id, new Secret(key.SecretKey))));

        result.Listings.Where(listing => listing.Scope.Project == Project(1)).ShouldAllBe(listing => listing.Complete);
        result.Listings.Where(listing => listing.Scope.Project == Project(0)).ShouldAllBe(listing => listing.Error!.Contains("answered 403"));
    }

    [Fact]
    public async Task First_answer_that_says_nothing_of_the_credentials_gives_the_turn_to_the_next()
    {
        var (asked, open, most) = (0, 0, 0);
        await using var server = Start(new()
        {
            RequireToken = true,
            Intercept = _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref open));
                return Interlocked.Increment(ref asked) <= 3 ? SimulatedResponse.Text(503, "busy") : null;
            },
            Answering = _ => Interlocked.Decrement(ref open),
        });
        var key = server.AccessKeys[0];

        var result = await CollectAsync(server, 2, _ => new AccessKeyAuthentication(new AccessKey(key.Id, new Secret("wrong"))));

        server.Requests.Select(request => request.Status).ShouldBe([503, 503, 503, 401]);
        most.ShouldBe(1);
        EveryListingFailed(result, 2, "APIGW.0301");
    }

    [Fact]
    public async Task Key_that_is_disabled_on_the_way_ends_what_was_not_sent()
    {
        await using var server = Start(new() { RequireToken = true, Intercept = request => request.Number > 1 ? SimulatedResponse.Json(401, """{"error_code":"APIGW.0301","error_msg":"locked"}""") : null });
        var key = server.AccessKeys[0];

        var result = await CollectAsync(server, 6, _ => new AccessKeyAuthentication(new AccessKey(key.Id, new Secret(key.SecretKey))));

        // As many as may be under way at the same time.
        server.Requests.Count.ShouldBeLessThanOrEqualTo(1 + 4);
        result.Listings.Count(listing => !listing.Complete).ShouldBeGreaterThanOrEqualTo(25);
    }

    [Fact]
    public async Task Password_that_was_taken_stays_good_when_another_project_is_refused()
    {
        await using var server = Start(new() { RequireToken = true });
        var signedIn = new[] { Project(server, 0), "no-such-project", Project(server, 1), Project(server, 2) };

        var result = await CollectAsync(server, signedIn, _ => Password(server, server.Password));

        result.Listings.Where(listing => !listing.Complete).ShouldAllBe(listing => listing.Scope.Project == "no-such-project");
        result.Listings.Count(listing => listing.Complete && listing.Scope.Project != null).ShouldBe(3 * 4);
    }

    private static void EveryListingFailed(CollectionResult result, int targets, string said)
    {
        result.Listings.Count.ShouldBe((4 * targets) + 2);
        result.Listings.ShouldAllBe(listing => !listing.Complete && listing.Error!.Contains(said));
        result.Listings.Count(listing => listing.Error!.Contains("was not sent")).ShouldBe(result.Listings.Count - 1);
    }

    private static Task<CollectionResult> CollectAsync(SimulatorServer server, int targets, Func<int, Authentication> authentication, bool withProjects = true) =>
        CollectAsync(server, [.. Enumerable.Range(0, targets).Select(at => withProjects ? Project(server, at) : null)], authentication);

    private static async Task<CollectionResult> CollectAsync(SimulatorServer server, string?[] projects, Func<int, Authentication> authentication)
    {
        var targets = projects.Select((project, at) => new CollectionTarget
        {
            Endpoint = server.Endpoint.AbsoluteUri,
            // Where a project is looked up, the regions are what differs.
            Region = project is null ? $"region-{at}" : null,
            Project = project,
            Authentication = authentication(at),
        });
        var world = new CollectionEnvironment(new HurriedClock(), () => 0.5);
        using var collector = await ImageCollector.ConnectAsync([.. targets], new CollectionSettings { Rate = 10_000, Dialect = ApiDialect.Ims }, world, CancellationToken.None);
        using var spool = new ImageSpool(collector.Projects);
        return await collector.CollectAsync(spool, null, CancellationToken.None);
    }

    private static PasswordAuthentication Password(SimulatorServer server, string password) =>
        new() { AuthUrl = server.Endpoint.AbsoluteUri, UserName = server.User, Password = new Secret(password) };

    private static string Project(SimulatorServer server, int at) => server.Estate.Projects[at].Id;

    private static string Project(int at) => $"project-{at}";

    private static SimulatorServer Start(SimulatorOptions options) =>
        SimulatorServer.Start(new SimulatedEstate([.. Enumerable.Range(0, 6).Select(at => new SimulatedProject(Project(at), $"region-{at}"))], []), options);
}
