using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Tests.Snapshots;

/// <summary>A last line that says "complete" is held against itself and against the lines before it.</summary>
public sealed class TrailerCheckTests
{
    private static readonly Image[] s_images = [Inputs.Image("a"), Inputs.Image("b"), Inputs.Image("c", "", Inputs.Project.OfEndpoint, ImageCategory.Public, ImageCategory.Market)];

    [Theory]
    [InlineData("\"images\":2,\"complete\":true", "\"images\":3,\"complete\":true", "its private (prod/cn-north-4/p1) listing counts 3 images, but only 2 image lines can have come of it")]
    [InlineData("\"pages\":1,\"images\":1,", "\"pages\":1,\"images\":0,", "it holds 1 public (prod/cn-north-4) images, but its listings count only 0")]
    [InlineData("\"category\":\"public\"", "\"category\":\"shared-pending\"", "it holds public (prod/cn-north-4) images, but no listing that they can have come of")]
    [InlineData("\"error\":null", "\"error\":\"Page 2 answered 500.\"", "is called complete, and has an error all the same")]
    public async Task Contradiction_is_incomplete_and_says_which(string part, string altered, string said)
    {
        var text = Encoding.UTF8.GetString(await Inputs.Snapshot(s_images));
        text.ShouldContain(part);

        var at = text.IndexOf(part, StringComparison.Ordinal);

        await ShouldContradict(text[..at] + altered + text[(at + part.Length)..], said);
    }

    [Fact]
    public async Task Complete_without_a_listing_is_a_contradiction()
    {
        var text = Encoding.UTF8.GetString(await Inputs.Snapshot([], Completeness.Complete, Inputs.Listing() with { Images = 0 }));
        var from = text.IndexOf("\"listings\":[", StringComparison.Ordinal) + "\"listings\":[".Length;

        await ShouldContradict(text[..from] + text[text.LastIndexOf(']')..], "says that it is complete, but names no listing");
    }

    [Fact]
    public async Task Category_without_a_listing_is_a_contradiction() =>
        await ShouldContradict(
            Encoding.UTF8.GetString(await Inputs.Snapshot(s_images, Completeness.Complete, Inputs.Listing() with { Images = 2 })),
            "it holds public (prod/cn-north-4) images, but no listing that they can have come of");

    [Fact]
    public async Task Own_images_of_a_share_listing_and_the_market_among_public_images_are_none()
    {
        var snapshot = await Inputs.Snapshot(
            [Inputs.Image("own"), Inputs.Image("m", "", Inputs.Project.OfEndpoint, ImageCategory.Market)],
            Completeness.Complete,
            Inputs.Listing(category: ImageCategory.SharedAccepted),
            Inputs.Listing(scope: Inputs.Project.OfEndpoint, category: ImageCategory.Public));

        using var inventory = await Inputs.Open(snapshot);

        inventory.Completeness.ShouldBe(Completeness.Complete);
        inventory.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Own_images_of_another_cloud_at_the_address_of_a_public_listing_are_none()
    {
        var snapshot = await Inputs.Snapshot(
            [Inputs.Image("own", "", new ImageScope("other", "cn-north-4", "p2")), Inputs.Image("g", "", Inputs.Project.OfEndpoint, ImageCategory.Public)],
            Completeness.Complete,
            Inputs.Listing(scope: Inputs.Project.OfEndpoint, category: ImageCategory.Public) with { Images = 2 });

        using var inventory = await Inputs.Open(snapshot);

        inventory.Notes.ShouldBeEmpty();
        inventory.Completeness.ShouldBe(Completeness.Complete);
    }

    [Theory]
    [InlineData(Completeness.Incomplete)]
    [InlineData(Completeness.NotKnown)]
    public async Task What_does_not_say_complete_is_not_held_against_itself(Completeness completeness)
    {
        using var inventory = await Inputs.Open(await Inputs.Snapshot(s_images, completeness, Inputs.Listing() with { Images = 77 }));

        inventory.Completeness.ShouldBe(completeness);
        inventory.Notes.ShouldHaveSingleItem().ShouldNotContain("contradicts");
    }

    private static async Task ShouldContradict(string snapshot, string said)
    {
        using var inventory = await Inputs.Open(snapshot);
        inventory.Completeness.ShouldBe(Completeness.Incomplete);
        inventory.Notes.ShouldHaveSingleItem().ShouldContain(said);
        inventory.Notes[0].ShouldStartWith("Incomplete: the snapshot a.json contradicts itself: ");
        inventory.Listings.ShouldAllBe(listing => !listing.Complete && listing.Error != null);
        await inventory.Images();
    }
}
