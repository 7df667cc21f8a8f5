using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

public sealed class SettingsTests
{
    private static readonly CategorySet SharedAccepted = CategorySet.Of(ImageCategory.SharedAccepted);

    [Theory]
    [InlineData(ImageCategory.Private)]
    [InlineData(ImageCategory.SharedPending)]
    public async Task Missing_project_is_told_before_anything_is_sent(ImageCategory category)
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null)));
        var run = new Collect { Project = null, Settings = Collect.Defaults with { Categories = CategorySet.Of(category) } };

        (await Mistakes(run, server.Url)).ShouldHaveSingleItem().ShouldContain("--project");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Public_and_market_need_no_project()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null)));
        var run = new Collect { Project = null, Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Public, ImageCategory.Market) } };

        (await run.RunAsync(server.Url)).Result.Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task Mistakes_are_told_all_at_once()
    {
        var run = new Collect
        {
            Project = null,
            Authentication = new TokenAuthentication(new Secret("with space")),
            Settings = new CollectionSettings { PageSize = 0, Concurrency = 0, Rate = 0, Timeout = TimeSpan.Zero, CaCertificateFile = "/nowhere/ca.pem", ApiVersion = "a\nb" },
        };

        (await Mistakes(run, "ftp://somewhere")).Count.ShouldBe(9);
    }

    [Theory]
    [InlineData("ims.example.com")]
    [InlineData("ftp://ims.example.com")]
    [InlineData("https://user:secret@ims.example.com")]
    [InlineData("https://ims.example.com/?x=1")]
    [InlineData("https://ims.example.com/#x")]
    public async Task Endpoint_that_is_no_plain_address_is_a_mistake(string endpoint) =>
        (await Mistakes(new Collect(), endpoint)).ShouldHaveSingleItem().ShouldContain("cannot be used");

    [Fact]
    public async Task Neither_endpoint_nor_region_is_a_mistake_and_so_is_a_region_that_is_none()
    {
        (await Mistakes(new Collect(), null)).ShouldHaveSingleItem().ShouldContain("--region");
        (await Mistakes(new Collect { Region = "evil.example/x" }, null)).ShouldHaveSingleItem().ShouldContain("evil.example/x");
    }

    [Theory]
    [InlineData("visibility", "private", "visibility=shared")]
    [InlineData("member_status", "pending", "member_status=accepted")]
    [InlineData("__imagetype", "gold", "__imagetype=shared")]
    public async Task Filter_that_contradicts_a_listing_is_a_mistake(string key, string value, string own)
    {
        var run = new Collect { Settings = Collect.Defaults with { Categories = SharedAccepted, Filters = [new(key, value)] } };

        (await Mistakes(run, "http://127.0.0.1:1")).ShouldHaveSingleItem().ShouldContain(own);
    }

    [Theory]
    [InlineData("limit")]
    [InlineData("marker")]
    public async Task Filter_that_would_steer_the_walk_is_a_mistake(string key) =>
        (await Mistakes(new Collect { Settings = Collect.Defaults with { Filters = [new(key, "5")] } }, "http://127.0.0.1:1")).ShouldHaveSingleItem().ShouldContain(key);

    [Fact]
    public async Task Owner_filter_contradicts_the_private_listing_only()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null)));
        var filtered = Collect.Defaults with { Filters = [new("owner", "huawei")] };

        (await new Collect { Settings = filtered }.RunAsync(server.Url)).Listing.Filtered.ShouldBeTrue();
        (await Mistakes(new Collect { Settings = filtered with { Categories = CategorySet.All } }, server.Url)).ShouldHaveSingleItem().ShouldContain("private");
    }

    [Fact]
    public async Task Filters_are_sent_behind_the_own_parameters_of_every_page()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Json(Page.Of(null, "b")));
        var run = new Collect
        {
            Settings = Collect.Defaults with { Filters = [new("tag", "a=b"), new("tag", "c d"), new("visibility", "public"), new("created_at", "lt:2018-10-28T10:00:00Z")] },
        };

        var collected = await run.RunAsync(server.Url);

        const string Query = "__imagetype=gold&visibility=public&protected=true&tag=a%3Db&tag=c%20d&created_at=lt%3A2018-10-28T10%3A00%3A00Z";
        server.Requests.Select(request => request.Query).ShouldBe([Query + "&limit=100", Query + "&limit=100&marker=a"]);
        collected.Listing.Query.ShouldBe(Query);
    }

    [Fact]
    public async Task Glance_with_nothing_but_the_market_is_a_mistake()
    {
        var run = new Collect { Settings = Collect.Defaults with { Dialect = ApiDialect.Glance, Categories = CategorySet.Of(ImageCategory.Market) } };

        (await Mistakes(run, "http://127.0.0.1:1")).ShouldHaveSingleItem().ShouldContain("market");
    }

    [Theory]
    [InlineData("http://ims.invalid", 1)]
    [InlineData("https://ims.invalid", 0)]
    [InlineData("http://127.0.0.1:1", 0)]
    [InlineData("http://localhost:1", 0)]
    public async Task Plain_http_is_warned_of_off_loopback(string endpoint, int warnings)
    {
        var target = new CollectionTarget { Endpoint = endpoint, Project = "p1", Authentication = new NoAuthentication() };

        using var collector = await ImageCollector.ConnectAsync([target], Collect.Defaults, new CollectionEnvironment(new ImpatientClock(), () => 0.5), default);

        collector.Warnings.Count.ShouldBe(warnings);
    }

    [Fact]
    public async Task Region_alone_means_Huawei_Cloud()
    {
        var target = new CollectionTarget { Region = "cn-nowhere-9", Project = "p1", Authentication = new NoAuthentication() };
        using var stop = new CancellationTokenSource();
        using var collector = await ImageCollector.ConnectAsync([target], Collect.Defaults, new CollectionEnvironment(new ImpatientClock(), () => 0.5), default);

        collector.Projects.Owns(new ImageScope(null, "cn-nowhere-9", null), "p1").ShouldBe(true);
        collector.Warnings.ShouldBeEmpty();
        Connecting.EndpointChoice.Of(target, null).Endpoint!.Images.ToString().ShouldBe("https://ims.cn-nowhere-9.myhuaweicloud.com/v2/images");
    }

    [Fact]
    public async Task Password_without_project_or_with_a_bad_address_is_a_mistake()
    {
        var user = new PasswordAuthentication { AuthUrl = "keystone", UserName = "", Password = new Secret("x") };

        (await Mistakes(new Collect { Authentication = user, Project = null }, null)).Count.ShouldBe(3);
    }

    private static async Task<IReadOnlyList<string>> Mistakes(Collect run, string? endpoint) =>
        (await Should.ThrowAsync<ConfigurationException>(() => run.RunAsync(endpoint))).Mistakes;
}
