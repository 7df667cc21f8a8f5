using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Cli.Tests.Clouds;

/// <summary>Two clouds, each with two regions and three projects, out of one configuration.</summary>
public sealed class EstateTests : IDisposable
{
    private static readonly SimulatedProject[] s_projects = [new("a1", "alpha"), new("b2", "beta"), new("c3", "gamma"), new("d4", "old") { Enabled = false }];

    private readonly App _app = new() { Clock = new HurriedClock() };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Every_project_of_every_region_of_every_cloud_is_collected_and_public_once_an_endpoint()
    {
        await using var one = Start();
        await using var two = Start();
        Configure(one, two);

        (await ScanAsync()).ShouldExit(0);

        var listings = Listings();
        listings.Count.ShouldBe(2 * 2 * ((3 * 4) + 2));
        listings.ShouldAllBe(listing => (bool)listing["complete"]!);
        Scopes("private").ShouldBe(
            [.. from cloud in new[] { "one", "two" } from region in new[] { "east", "west" } from project in new[] { "a1", "b2", "c3" } select $"{cloud}/{region}/{project}"], ignoreOrder: true);
        Scopes("public").ShouldBe(["one/east/", "one/west/", "two/east/", "two/west/"], ignoreOrder: true);
        Asked(one, "__imagetype=gold").ShouldBe(2, "once in each region");
        ((int)Result()["run"]!["images"]!).ShouldBe(4 * 6);
    }

    [Fact]
    public async Task Disabled_project_is_left_out_with_a_note()
    {
        await using var one = Start();
        await using var two = Start();
        Configure(one, two);

        (await ScanAsync("--output", "text=r.txt")).ShouldExit(0);

        File.ReadAllText(_app.Folder["r.txt"]).ShouldContain("left out as disabled: \"old\"");
    }

    [Fact]
    public async Task One_project_that_fails_leaves_the_others_findings_and_exits_3()
    {
        await using var one = Start();
        await using var two = Start(new() { Intercept = request => request.PathAndQuery.StartsWith("/west/", StringComparison.Ordinal) && request.PathAndQuery.Contains("owner=b2", StringComparison.Ordinal) ? SimulatedResponse.Text(403, "no") : null });
        Configure(one, two);

        var run = (await ScanAsync()).ShouldExit(3);

        Listings().Where(listing => !(bool)listing["complete"]!).ShouldHaveSingleItem()["scope"]!.ToJsonString().ShouldBe("""{"cloud":"two","region":"west","project":"b2"}""");
        ((int)Result()["run"]!["images"]!).ShouldBe((4 * 6) - 1);
        run.Everything.ShouldNotContain(one.Password);
        run.Everything.ShouldNotContain(two.Password);
    }

    [Fact]
    public async Task Project_without_a_role_does_not_end_the_others_and_no_password_is_tried_again()
    {
        await using var one = Start();
        await using var two = Start();
        Configure(one, two, """["nobody", "a1", "b2"]""");

        (await ScanAsync("--cloud", "one", "--region", "east", "--category", "private")).ShouldExit(3);

        Listings().Where(listing => (bool)listing["complete"]!).Select(listing => (string)listing["scope"]!["project"]!).ShouldBe(["a1", "b2"], ignoreOrder: true);
        one.Requests.Count(request => request.Method == "POST").ShouldBe(4, "the account once, and each project once");
    }

    [Fact]
    public async Task Wrong_password_is_tried_once_for_the_whole_cloud()
    {
        await using var one = Start();
        await using var two = Start();
        Configure(one, two);
        _app.Environment["PASSWORD_ONE"] = "not-this-one";

        var run = (await ScanAsync()).ShouldExit(3);

        one.Requests.Count.ShouldBe(1);
        Scopes("private").Where(scope => scope.StartsWith("two", StringComparison.Ordinal)).Count().ShouldBe(6);
        Listings().Where(listing => (string?)listing["scope"]!["cloud"] == "one").ShouldAllBe(listing => !(bool)listing["complete"]!);
        run.Everything.ShouldNotContain("not-this-one");
    }

    [Fact]
    public async Task Projects_that_cannot_be_looked_for_are_a_failed_listing_and_not_silence()
    {
        await using var one = Start(new() { Intercept = request => request.PathAndQuery == "/v3/auth/projects" ? SimulatedResponse.Text(404, "") : null });
        await using var two = Start();
        Configure(one, two);

        var run = (await ScanAsync()).ShouldExit(3);

        Listings().Count(listing => (string?)listing["scope"]!["cloud"] == "two").ShouldBe(2 * 14);
        Listings().Where(listing => (string?)listing["scope"]!["cloud"] == "one").ShouldAllBe(listing => ((string)listing["error"]!).Contains("could not be looked for"));
        run.Error.ShouldContain("/v3/auth/projects");
    }

    [Fact]
    public async Task Rate_and_places_are_of_the_endpoint_and_not_of_each_project()
    {
        var (now, most) = (0, 0);
        await using var one = Start(new()
        {
            Latency = TimeSpan.FromMilliseconds(5),
            Intercept = _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                return null;
            },
            Answering = _ => Interlocked.Decrement(ref now),
        });
        await using var two = Start();
        Configure(one, two);

        (await ScanAsync("--cloud", "one", "--concurrency", "2")).ShouldExit(0);

        most.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Projects_named_like_regions_are_looked_into_in_their_region_alone()
    {
        await using var server = Start(projects: [new("e1", "east"), new("e2", "east_dev"), new("w1", "west"), new("m1", "MOS")]);
        Configure(server, server);

        (await ScanAsync("--cloud", "one", "--category", "private", "--allow-empty", "--output", "text=r.txt")).ShouldExit(0);

        Scopes("private").ShouldBe(["one/east/e1", "one/east/e2", "one/west/w1"], ignoreOrder: true);
        File.ReadAllText(_app.Folder["r.txt"]).ShouldContain("left out as projects of other regions, by their names: \"east\", \"east_dev\"");
    }

    [Fact]
    public async Task Access_key_finds_its_projects_and_signs_for_each()
    {
        await using var server = Start();
        _app.Environment["SK"] = server.AccessKeys[0].SecretKey;
        _app.Folder.Write("imsaudit.json", $$"""
            { "rate": 1000, "allowEmpty": true, "failOn": "none", "clouds": { "one": {
              "endpoint": "{{server.Endpoint}}", "identityEndpoint": "{{server.Endpoint}}v3", "region": "east", "projects": "*",
              "auth": { "type": "aksk", "ak": "{{server.AccessKeys[0].Id}}", "sk": "${env:SK}" } } } }
            """);

        (await ScanAsync("--category", "private")).ShouldExit(0);

        Scopes("private").ShouldBe(["one/east/a1", "one/east/b2", "one/east/c3"], ignoreOrder: true);
    }

    private Task<ImsAuditRun> ScanAsync(params string[] options) => _app.RunAsync(["scan", "--output", "json=r.json", .. options]);

    private JsonNode Result() => JsonNode.Parse(File.ReadAllText(_app.Folder["r.json"]))!;

    private List<JsonNode> Listings() => [.. Result()["run"]!["listings"]!.AsArray().Select(listing => listing!)];

    private List<string> Scopes(string category) =>
        [.. Listings().Where(listing => (string?)listing["category"] == category).Select(listing => $"{listing["scope"]!["cloud"]}/{listing["scope"]!["region"]}/{listing["scope"]!["project"]}")];

    private static int Asked(SimulatorServer server, string query) => server.Requests.Count(request => request.PathAndQuery.Contains(query, StringComparison.Ordinal));

    private void Configure(SimulatorServer one, SimulatorServer two, string projects = "\"*\"")
    {
        (_app.Environment["PASSWORD_ONE"], _app.Environment["PASSWORD_TWO"]) = (one.Password, two.Password);
        _app.Folder.Write("imsaudit.json", $$"""
            {
              "rate": 1000, "failOn": "none",
              "clouds": {
                "one": {{Cloud(one, "PASSWORD_ONE", projects)}},
                "two": {{Cloud(two, "PASSWORD_TWO", projects)}}
              }
            }
            """);
    }

    private static string Cloud(SimulatorServer server, string variable, string projects) =>
        $$"""
        { "identityEndpoint": "{{server.Endpoint}}v3", "region": ["east", "west"], "projects": {{projects}},
          "auth": { "type": "password", "username": "{{server.User}}", "password": "${env:{{variable}}}" } }
        """;

    private static SimulatorServer Start(SimulatorOptions? options = null, SimulatedProject[]? projects = null) => SimulatorServer.Start(
        new SimulatedEstate(projects ?? s_projects, Images()),
        (options ?? new()) with { RequireToken = true, Region = "east", MoreRegions = ["west"] });

    /// <summary>One private image a project, two public ones and one of the market.</summary>
    private static IEnumerable<SimulatedImage> Images()
    {
        foreach (var owner in new[] { "a1", "b2", "c3" }) yield return Image($"private-{owner}", "private", owner, "private");
        yield return Image("public-1", "gold", "huawei", "public", isProtected: true);
        yield return Image("public-2", "gold", "huawei", "public", isProtected: true);
        yield return Image("market-1", "market", "vendor", "public", isProtected: true);
    }

    private static SimulatedImage Image(string id, string type, string owner, string visibility, bool isProtected = false) => SimulatedImage.Read(System.Text.Encoding.UTF8.GetBytes(
        $$"""
        {"id":"{{id}}","name":"{{id}}","status":"active","owner":"{{owner}}","visibility":"{{visibility}}","protected":{{(isProtected ? "true" : "false")}},
        "__imagetype":"{{type}}","__isregistered":"true","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z","tags":[]}
        """));
}
