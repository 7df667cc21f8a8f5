using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Tests;

public sealed class CollectedEstateTests
{
    private static readonly ImageScope s_us = new("cloud", "region", Some.Us);
    private static readonly ImageScope s_them = new("cloud", "region", Some.Them);
    private const string Shares = "visibility=shared&member_status=";

    [Fact]
    public async Task Collected_images_are_served_in_the_listings_that_they_came_from()
    {
        var estate = await SimulatedEstate.FromImagesAsync(Stream(
            Collected(s_us, ImageCategory.Private, Some.Image("own")),
            Collected(s_us, ImageCategory.SharedPending, Some.Shared("pending", Some.Them)),
            Collected(s_us, ImageCategory.SharedAccepted, Some.Shared("accepted", Some.Them)),
            Collected(s_us, ImageCategory.SharedRejected, Some.Shared("rejected", Some.Them)),
            Collected(s_us.OfEndpoint, ImageCategory.Public, Foreign("gold")),
            Collected(s_us.OfEndpoint, ImageCategory.Market, Foreign("market"))));
        await using var served = new Served(estate);
        estate.Projects.ShouldHaveSingleItem().Id.ShouldBe(Some.Us);
        (await served.IdsAsync($"owner={Some.Us}")).ShouldBe(["own"]);
        (await served.IdsAsync(Shares + "pending")).ShouldBe(["pending"]);
        (await served.IdsAsync(Shares + "accepted")).ShouldBe(["accepted"]);
        (await served.IdsAsync(Shares + "rejected")).ShouldBe(["rejected"]);
        (await served.IdsAsync("__imagetype=gold&visibility=public")).ShouldBe(["gold"]);
        (await served.IdsAsync("__imagetype=market")).ShouldBe(["market"]);
    }

    [Fact]
    public async Task Image_that_two_projects_collected_is_one_image_with_both_sides()
    {
        var image = Some.Shared("both", Some.Us);
        var estate = await SimulatedEstate.FromImagesAsync(Stream(
            Collected(s_us, ImageCategory.Private, image), Collected(s_them, ImageCategory.SharedPending, image)));
        estate.Count.ShouldBe(1);
        await using var served = new Served(estate);
        (await served.IdsAsync($"owner={Some.Us}")).ShouldBe(["both"]);
        served.Client.DefaultRequestHeaders.Add("X-Project-Id", Some.Them);
        (await served.IdsAsync(Shares + "pending")).ShouldBe(["both"]);
    }

    [Fact]
    public async Task Image_is_served_byte_for_byte_as_it_was_collected()
    {
        var json = """{"id":"a", "unknown":  [1, {"x":null}], "owner":"11111111111111111111111111111111"}"""u8.ToArray();
        var estate = await SimulatedEstate.FromImagesAsync(Stream(new Image(s_us, CategorySet.Of(ImageCategory.Private), "a", json)));
        await using var served = new Served(estate);
        (await served.Client.GetByteArrayAsync(new Uri("/v2/images/a", UriKind.Relative))).ShouldBe(json);
    }

    [Fact]
    public async Task Images_without_a_project_are_seen_from_a_stand_in()
    {
        var estate = await SimulatedEstate.FromImagesAsync(Stream(
            Collected(ImageScope.Unknown, ImageCategory.SharedPending, Some.Shared("pending", Some.Them)),
            Collected(ImageScope.Unknown, ImageCategory.Private, Some.Image("ownerless", json => json.Remove("owner")))));
        await using var served = new Served(estate);
        estate.Projects.ShouldBe([SimulatedProject.Unknown]);
        (await served.IdsAsync(Shares + "pending")).ShouldBe(["pending"]);
        (await served.IdsAsync($"owner={SimulatedProject.Unknown.Id}")).ShouldBe(["ownerless"]);
    }

    [Fact]
    public async Task No_images_make_an_empty_estate()
    {
        var estate = await SimulatedEstate.FromImagesAsync(Stream());
        await using var served = new Served(estate);
        (await served.IdsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":7}""")]
    [InlineData("{")]
    public void Image_that_is_no_object_with_an_id_is_refused(string json) =>
        Should.Throw<JsonException>(() => SimulatedImage.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    private static SimulatedImage Foreign(string type) => Some.Image(type, json =>
    {
        json["owner"] = "33333333333333333333333333333333";
        json["visibility"] = "public";
        json["__imagetype"] = type;
    });

    private static Image Collected(ImageScope scope, ImageCategory category, SimulatedImage image) =>
        new(scope, CategorySet.Of(category), image.Id, image.Json);

    private static async IAsyncEnumerable<Image> Stream(params Image[] images)
    {
        await Task.CompletedTask;
        foreach (var image in images) yield return image;
    }
}
