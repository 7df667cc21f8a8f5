using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Tests.Snapshots;

public sealed class CombinedInputsTests
{
    private static readonly ImageScope Other = Inputs.Project with { Project = "p2" };

    [Fact]
    public async Task Image_in_several_inputs_is_one_with_all_categories()
    {
        var endpoint = Inputs.Project.OfEndpoint;
        using var inventory = await Inputs.Open(
            await Inputs.Snapshot([Inputs.Image("x", "", endpoint, ImageCategory.Public), Inputs.Image("a")]),
            await Inputs.Snapshot([Inputs.Image("b", "", Other), Inputs.Image("x", "", endpoint, ImageCategory.Market)]));
        (await inventory.Images()).Select(image => $"{image.Id} {image.Categories}").ShouldBe(["x public, market", "a private", "b private"]);
        (await inventory.Ids()).Count.ShouldBe(3);
        inventory.Completeness.ShouldBe(Completeness.Complete);
        inventory.Listings.Select(listing => listing.Scope).ShouldBe([endpoint, Inputs.Project, Other, endpoint]);
        inventory.SnapshotSha256.ShouldBeNull();
        inventory.Notes.ShouldHaveSingleItem().ShouldContain("more than once in the input: 1.");
    }

    [Fact]
    public async Task Image_shared_with_one_scanned_project_by_another_is_private_only()
    {
        var shared = Inputs.Image("x", "\"owner\":\"p2\"", null, ImageCategory.SharedAccepted);
        using var inventory = await Inputs.Open(
            await Inputs.Snapshot([shared]),
            await Inputs.Snapshot([Inputs.Image("x", "\"owner\":\"p2\"", Other)], Completeness.Complete, Inputs.Listing(scope: Other)));
        var image = (await inventory.Images()).ShouldHaveSingleItem();
        (image.Scope, image.Categories).ShouldBe((Other, CategorySet.Of(ImageCategory.Private)));
    }

    [Fact]
    public async Task Project_option_makes_its_images_in_a_snapshot_private()
    {
        var snapshot = await Inputs.Snapshot([Inputs.Image("x", "\"owner\":\"p9\"", null, ImageCategory.SharedPending), Inputs.Image("y", "\"owner\":\"p8\"", null, ImageCategory.SharedPending)]);
        using var inventory = await Inputs.Open(new ImageScope(null, null, "p9"), snapshot);
        (await inventory.Images()).Select(image => $"{image.Id} {image.Scope.Project} {image.Categories}").ShouldBe(["x p9 private", "y p1 shared-pending"]);
    }

    [Fact]
    public async Task Project_option_for_another_cloud_changes_nothing()
    {
        var snapshot = await Inputs.Snapshot([Inputs.Image("x", "\"owner\":\"p9\"", null, ImageCategory.SharedPending)]);
        using var inventory = await Inputs.Open(new ImageScope("test", null, "p9"), snapshot);
        (await inventory.Images())[0].Categories.ToString().ShouldBe("shared-pending");
    }

    [Fact]
    public async Task Snapshot_alone_is_read_as_it_was_written()
    {
        using var inventory = await Inputs.Open(Inputs.Project, await Inputs.Snapshot([Inputs.Image("x", "\"owner\":\"p1\"", null, ImageCategory.Private, ImageCategory.Public)]));
        (await inventory.Images())[0].Categories.ToString().ShouldBe("private, public");
    }

    [Fact]
    public async Task Same_id_in_two_scopes_is_two_images()
    {
        using var inventory = await Inputs.Open(await Inputs.Snapshot([Inputs.Image("x"), Inputs.Image("x", "", Other)], Completeness.Complete, Inputs.Listing(), Inputs.Listing(scope: Other)));
        (await inventory.Ids()).ShouldBe(["x", "x"]);
    }

    [Theory]
    [InlineData(Completeness.Complete, Completeness.Complete, Completeness.Complete)]
    [InlineData(Completeness.Complete, Completeness.NotKnown, Completeness.NotKnown)]
    [InlineData(Completeness.NotKnown, Completeness.Incomplete, Completeness.Incomplete)]
    [InlineData(Completeness.Incomplete, Completeness.Complete, Completeness.Incomplete)]
    public async Task Worst_completeness_wins(Completeness one, Completeness other, Completeness expected)
    {
        using var inventory = await Inputs.Open(await Inputs.Snapshot([Inputs.Image("a")], one), await Inputs.Snapshot([Inputs.Image("b")], other));
        inventory.Completeness.ShouldBe(expected);
    }

    [Fact]
    public async Task Snapshot_beside_a_saved_response_is_merged_with_it()
    {
        using var inventory = await Inputs.Open(Inputs.Project, await Inputs.Snapshot([Inputs.Image("a")]), Encoding.UTF8.GetBytes("""{"images":[{"id":"a"},{"id":"b"}]}"""));
        (await inventory.Ids()).ShouldBe(["a", "b"]);
        inventory.Completeness.ShouldBe(Completeness.NotKnown);
    }
}
