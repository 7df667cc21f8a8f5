using System.Text;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Collection.Tests;

/// <summary><c>GET /v2/cloudimages</c>: no next page is named, so that only an empty one ends a listing.</summary>
public sealed class CloudImagesTests
{
    private const int Seeds = 12;
    private const string AllGranted = "enterprise_project_id=all_granted_eps";

    private static CollectionSettings Cloud { get; } = Collect.Defaults with { Dialect = ApiDialect.CloudImages };

    [Fact]
    public async Task Walk_begins_each_page_behind_the_last_image_until_one_is_empty()
    {
        await using var server = ScriptedServer.InTurn(Images("a", "b"), Images("c"), Images());

        var collected = await CollectAsync(server, Cloud with { PageSize = 2 });

        collected.Ids.ShouldBe(["a", "b", "c"]);
        server.Requests.ShouldAllBe(request => request.Path == "/v2/cloudimages");
        server.Requests.Select(request => request.Query).ShouldBe([
            $"__imagetype=gold&visibility=public&protected=true&{AllGranted}&limit=2",
            $"__imagetype=gold&visibility=public&protected=true&{AllGranted}&limit=2&marker=b",
            $"__imagetype=gold&visibility=public&protected=true&{AllGranted}&limit=2&marker=c"]);
        collected.Listing.ShouldSatisfyAllConditions(
            listing => listing.Complete.ShouldBeTrue(),
            listing => listing.Pages.ShouldBe(3),
            listing => listing.Ended.ShouldBe(ListingEnd.EmptyPage),
            listing => listing.LastId.ShouldBe("c"),
            listing => listing.Drift.ShouldBeEmpty());
        collected.Result.Notes.ShouldHaveSingleItem().ShouldContain("GET /v2/cloudimages");
    }

    [Fact]
    public async Task Listing_without_images_ends_with_its_one_empty_page()
    {
        await using var server = ScriptedServer.InTurn(Images());

        var collected = await CollectAsync(server, Cloud);

        (collected.Listing.Complete, collected.Listing.Ended).ShouldBe((true, ListingEnd.EmptyPage));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Server_that_ignores_the_marker_is_left_and_the_listing_is_incomplete()
    {
        await using var server = new ScriptedServer(_ => Images("a", "b"));

        var collected = await CollectAsync(server, Cloud);

        collected.Ids.ShouldBe(["a", "b"]);
        collected.Error.ShouldContain("page 2");
        collected.Error.ShouldContain("/v2/cloudimages?");
        collected.Error.ShouldContain("goes in a circle");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Marker_that_vanished_is_stepped_back_from()
    {
        await using var server = new ScriptedServer(request => request.Marker switch
        {
            null => Images("a", "b"),
            "b" => Answer.Of(400, """{"error":{"message":"No image found with ID b","code":"IMG.0066"}}"""),
            "a" => Images("c"),
            _ => Images(),
        });

        var collected = await CollectAsync(server, Cloud);

        collected.Ids.ShouldBe(["a", "b", "c"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Drift.ShouldHaveSingleItem().ShouldContain("the walk went on behind the image before it");
    }

    [Fact]
    public async Task Enterprise_project_of_the_user_takes_the_place_of_all_that_are_granted()
    {
        await using var server = new ScriptedServer(_ => Images());

        var collected = await CollectAsync(server, Cloud with { Filters = [new QueryParameter("enterprise_project_id", "0"), new QueryParameter("architecture", "arm")] });

        collected.Listing.Query.ShouldBe("__imagetype=gold&visibility=public&protected=true&enterprise_project_id=0&architecture=arm");
    }

    [Fact]
    public async Task Server_that_has_no_such_list_is_told_from_an_IMS()
    {
        await using var server = new ScriptedServer(_ => Answer.Of(404));

        (await CollectAsync(server, Cloud)).Error.ShouldContain("Only an IMS has /v2/cloudimages");
    }

    [Fact]
    public async Task Members_are_asked_for_where_they_have_always_been()
    {
        await using var server = new ScriptedServer(request => request.Path.EndsWith("/members", StringComparison.Ordinal)
            ? Answer.Json("""{"members":[{"member_id":"p2","status":"pending"}]}""")
            : Answer.Json($$"""{"images":[{{(request.Marker is null ? """{"id":"a","owner":"p1","__imagetype":"shared"}""" : "")}}]}"""));

        var collected = await CollectAsync(server, Cloud with { Members = true, Categories = CategorySet.Of(ImageCategory.Private) });

        collected.Images.ShouldHaveSingleItem().Members!.All.ShouldHaveSingleItem().Id.ShouldBe("p2");
        server.Requests.Select(request => request.Path).ShouldBe(["/v2/cloudimages", "/v2/cloudimages", "/v2/images/a/members"]);
    }

    [Fact]
    public async Task Rights_in_enterprise_projects_alone_open_this_list_and_not_the_other()
    {
        var estate = SimulatedEstate.Generate(LumpyEstate.Newest);
        const string Granted = "5c7e9f01-2a3b-4c5d-9e6f-708192a3b4c5";

        var plain = await SimulatedAsync(estate, Collect.Defaults, [Granted]);
        var all = await SimulatedAsync(estate, Cloud with { Categories = CategorySet.Of(ImageCategory.Private) });
        var granted = await SimulatedAsync(estate, Cloud with { Categories = CategorySet.Of(ImageCategory.Private) }, [Granted]);

        plain.Listing.Complete.ShouldBeFalse();
        plain.Error.ShouldContain("ask with --api cloudimages");
        granted.Listing.Complete.ShouldBeTrue();
        granted.Images.Count.ShouldBeInRange(1, all.Images.Count - 1);
        granted.Images.Select(image => Encoding.UTF8.GetString(image.Json.Span)).ShouldAllBe(json => json.Contains(Granted));
    }

    [Fact]
    public async Task Every_listing_brings_what_the_plain_walk_brings()
    {
        var estate = SimulatedEstate.Generate(LumpyEstate.Newest);
        var settings = Collect.Defaults with { Categories = CategorySet.All, Rate = 900_000, PageSize = 45 };

        var plain = await SimulatedAsync(estate, settings);
        var cloud = await SimulatedAsync(estate, settings with { Dialect = ApiDialect.CloudImages });

        Told(cloud).ShouldBe(Told(plain));
        cloud.Result.Listings.Select(listing => (listing.Category, listing.Images)).ShouldBe(plain.Result.Listings.Select(listing => (listing.Category, listing.Images)));
        cloud.Result.Listings.ShouldAllBe(listing => listing.Complete && listing.Ended == ListingEnd.EmptyPage && listing.Notes.Count == 0);
    }

    [Fact]
    public async Task Page_size_changes_nothing_but_the_pages()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var made = new LumpyEstate(seed);
            var (images, size) = (made.Random.Next(0, 200), made.Random.Next(1, 60));
            var estate = made.Of(images);

            var (collected, requests) = await new Split { Settings = Split.Defaults with { Dialect = ApiDialect.CloudImages, PageSize = size } }.RunAsync(estate);

            collected.Ids.ShouldBe((await new Split { Settings = Split.Defaults with { PageSize = size, Concurrency = 1 } }.RunAsync(estate)).Collected.Ids, $"seed {seed}");
            collected.Listing.Complete.ShouldBeTrue();
            // A page for what is left over, and one that is empty; and nothing to see where it could be split.
            requests.Count.ShouldBe(((images + size - 1) / size) + 1);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public async Task Walk_brings_every_image_that_was_there_all_the_time(double churn)
    {
        var complete = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var made = new LumpyEstate(2000 + seed);
            var estate = made.Of(made.Random.Next(60, 300));
            var changes = new Changes(estate, made.Random, churn);
            var settings = Split.Defaults with { Dialect = ApiDialect.CloudImages, PageSize = made.Random.Next(1, 30) };

            var (collected, _) = await new Split { Settings = settings, Intercept = changes.Happen }.RunAsync(estate);

            collected.Ids.ShouldBeUnique();
            if (!collected.Listing.Complete) continue;
            complete++;
            collected.Ids.ShouldBeSubsetOf(changes.Ever);
            changes.Steady.ShouldBeSubsetOf(collected.Ids, $"seed {seed}");
        }
        complete.ShouldBeGreaterThan(Seeds / 2);
    }

    private static Answer Images(params string[] ids) => Answer.Json($$"""{"images":[{{string.Join(',', ids.Select(id => Page.Image(id)))}}]}""");

    private static Task<Collected> CollectAsync(ScriptedServer server, CollectionSettings settings) => new Collect { Settings = settings }.RunAsync(server.Url);

    private static async Task<Collected> SimulatedAsync(SimulatedEstate estate, CollectionSettings settings, string[]? granted = null)
    {
        await using var server = SimulatorServer.Start(estate, new SimulatorOptions { EnterpriseProjects = granted });
        return await new Collect { Settings = settings, Project = estate.Projects[0].Id, Time = TimeProvider.System }.RunAsync(server.Endpoint.ToString());
    }

    private static string[] Told(Collected collected) => [.. collected.Images.Select(image => $"{image.Id}: {image.Categories} {image.Scope}").Order(StringComparer.Ordinal)];
}
