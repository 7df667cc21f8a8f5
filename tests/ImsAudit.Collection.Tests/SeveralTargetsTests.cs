using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

public sealed class SeveralTargetsTests
{
    [Fact]
    public async Task Public_and_market_are_asked_once_an_endpoint_and_the_rest_once_a_project()
    {
        await using var server = new ScriptedServer(request => Answer.Json(Page.Of(null, request["owner"] ?? request["__imagetype"]!)));

        var collected = await All.RunAsync([Target(server, "r1", "p1"), Target(server, "r1", "p2")]);

        collected.Result.Listings.Count.ShouldBe(4 + 4 + 2);
        server.Requests.Count(request => request["__imagetype"] == "gold").ShouldBe(1);
        server.Requests.Count(request => request["__imagetype"] == "market").ShouldBe(1);
        server.Requests.Where(request => request["owner"] is not null).Select(request => request["owner"]).Order().ShouldBe(["p1", "p2"]);
        collected.Result.Listings.Where(listing => listing.Category.BelongsToEndpoint()).ShouldAllBe(listing => listing.Scope == new ImageScope("c", "r1", null));
        server.MostAtOnce.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Other_endpoints_are_asked_for_themselves()
    {
        await using var first = new ScriptedServer(_ => Answer.Json(Page.Of(null, "one")));
        await using var second = new ScriptedServer(_ => Answer.Json(Page.Of(null, "two")));

        var collected = await All.RunAsync([Target(first, "r1", "p1"), Target(second, "r2", "p1")]);

        collected.Result.Listings.Count.ShouldBe(12);
        collected.Images.Where(image => image.Categories.Contains(ImageCategory.Public)).Select(image => (image.Scope.Region, image.Id)).ShouldBe([("r1", "one"), ("r2", "two")], ignoreOrder: true);
    }

    [Fact]
    public async Task Target_that_does_not_get_in_leaves_the_endpoint_to_the_next()
    {
        await using var server = new ScriptedServer(request => request.Method == "POST" ? Answer.Of(401) : Answer.Json(Page.Of(null, "a")));
        var locked = Target(server, "r1", "p1") with
        {
            Authentication = new PasswordAuthentication { AuthUrl = server.Url, UserName = "u", Password = new Secret("x") },
        };

        var collected = await All.RunAsync([locked, Target(server, "r1", "p2")]);

        collected.Result.Listings.Where(listing => !listing.Complete).Select(listing => listing.Scope.Project).ShouldBe(["p1", "p1", "p1", "p1"]);
        collected[ImageCategory.Public].Complete.ShouldBeTrue();
        collected[ImageCategory.Market].Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_clouds_at_one_address_have_their_public_images_collected_once_under_the_first_ones_name()
    {
        await using var server = new ScriptedServer(request => Answer.Json(Page.Of(null, request["owner"] ?? request["__imagetype"]!)));

        var collected = await All.RunAsync([Target(server, "r1", "p1"), Target(server, "r1", "p2") with { Cloud = "other" }]);

        server.Requests.Count(request => request["__imagetype"] == "gold").ShouldBe(1);
        server.Requests.Count(request => request["__imagetype"] == "market").ShouldBe(1);
        collected[ImageCategory.Public].Scope.ShouldBe(new ImageScope("c", "r1", null));
        collected[ImageCategory.Public].Notes.ShouldHaveSingleItem().ShouldContain("it stands for \"other/r1\" as well");
        collected.Result.Listings.Count(listing => listing.Scope.Cloud == "other").ShouldBe(4);
        collected.Images.Select(image => image.Id).ShouldBe(["gold", "market", "p1", "p2", "shared", "shared"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("p1", "c")]
    [InlineData("p2", "other")]
    public async Task Public_image_that_a_project_of_either_cloud_owns_is_private_there(string owner, string cloud)
    {
        await using var server = new ScriptedServer(request => Answer.Json(Page.Raw(null, request["owner"] is { } asked && asked != owner ? [] : [$$"""{"id":"a","owner":"{{owner}}","__imagetype":"gold","visibility":"public"}"""])));
        var settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Private, ImageCategory.Public) };

        var collected = await new Collect { Settings = settings }.RunAsync([Target(server, "r1", "p1"), Target(server, "r1", "p2") with { Cloud = "other" }]);

        var image = collected.Images.ShouldHaveSingleItem();
        (image.Scope, image.Categories).ShouldBe((new ImageScope(cloud, "r1", owner), CategorySet.Of(ImageCategory.Private)));
    }

    private static Collect All => new() { Settings = Collect.Defaults with { Categories = CategorySet.All } };

    private static CollectionTarget Target(ScriptedServer server, string region, string project) =>
        new() { Cloud = "c", Region = region, Project = project, Endpoint = server.Url, Authentication = new NoAuthentication() };
}
