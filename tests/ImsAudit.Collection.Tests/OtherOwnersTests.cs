using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Collection.Tests;

/// <summary>A server that gives others' images where one owner's were asked for does not hold to its filters.</summary>
public sealed class OtherOwnersTests
{
    private static Collect Private => new() { Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Private) } };

    [Fact]
    public async Task Images_of_another_owner_are_not_private_and_the_listing_is_incomplete()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Raw(
            null, Image("mine", "p1", "private"), Image("gold", "huawei", "gold"), Image("theirs", "p9", "private"), Image("shop", "v", "market"))));

        var collected = await Private.RunAsync(server.Url);

        collected.Images.Select(image => $"{image.Id} {image.Categories}").ShouldBe(["mine private", "gold public", "theirs shared-accepted", "shop market"]);
        collected.Listing.Complete.ShouldBeFalse();
        collected.Listing.Ended.ShouldBe(ListingEnd.NoNext);
        collected.Error.ShouldContain("images of other owners (3) where one owner's were asked for");
        collected.Listing.Drift.ShouldHaveSingleItem().ShouldContain("3 times an image of another owner came where only those of p1 were asked for (first \"gold\")");
    }

    [Fact]
    public async Task Image_that_names_no_owner_contradicts_nothing()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Raw(null, """{"id":"a"}""", """{"id":"b","owner":null}""", """{"id":"c","owner":""}""")));

        var collected = await Private.RunAsync(server.Url);

        collected.Listing.Complete.ShouldBeTrue();
        collected.Images.ShouldAllBe(image => image.Categories.First == ImageCategory.Private);
    }

    private static string Image(string id, string owner, string type) => $$"""{"id":"{{id}}","owner":"{{owner}}","__imagetype":"{{type}}","visibility":"private"}""";
}
