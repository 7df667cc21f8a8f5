using ImsAudit.Images;

namespace ImsAudit.Tests.Snapshots;

public sealed class SavedCategoryTests
{
    [Theory]
    [InlineData("\"__imagetype\":\"gold\"", "public", null)]
    [InlineData("\"__imagetype\":\"market\",\"visibility\":\"public\"", "market", null)]
    [InlineData("\"__imagetype\":\"shared\"", "shared-accepted", "p1")]
    [InlineData("\"__imagetype\":\"private\",\"visibility\":\"public\"", "private", "p1")]
    [InlineData("\"visibility\":\"public\"", "public", null)]
    [InlineData("\"visibility\":\"shared\"", "shared-accepted", "p1")]
    [InlineData("\"visibility\":\"private\"", "private", "p1")]
    [InlineData("\"visibility\":\"community\"", "private", "p1")]
    [InlineData("\"__imagetype\":\"\",\"visibility\":\"public\"", "public", null)]
    [InlineData("\"__imagetype\":null,\"visibility\":null", "private", "p1")]
    [InlineData("\"name\":\"n\"", "private", "p1")]
    [InlineData("\"__imagetype\":\"shared\",\"owner\":\"p1\"", "private", "p1")]
    [InlineData("\"__imagetype\":\"gold\",\"owner\":\"p1\"", "private", "p1")]
    [InlineData("\"__imagetype\":\"shared\",\"owner\":\"p2\"", "shared-accepted", "p1")]
    public async Task Saved_image_has_category_and_scope(string members, string category, string? project)
    {
        using var inventory = await Inputs.Open(Inputs.Project, $"[{{\"id\":\"a\",{members}}}]");
        var image = (await inventory.Images()).ShouldHaveSingleItem();
        image.Categories.ToString().ShouldBe(category);
        image.Scope.ShouldBe(Inputs.Project with { Project = project });
        inventory.Projects.Owns(image.Scope, "p1").ShouldBe(true);
        inventory.Notes.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Saved_image_of_an_unknown_type_is_told_from_visibility_and_noted()
    {
        using var inventory = await Inputs.Open("""[{"id":"a","__imagetype":"gilt\u202e","visibility":"public"},{"id":"b","__imagetype":"Gold"}]""");
        (await inventory.Images()).Select(image => image.Categories.ToString()).ShouldBe(["public", "private"]);
        inventory.Notes[1].ShouldBe("There are 2 images of a.json with an __imagetype that the API page does not know (such as \"gilt\\u202e\"): their category was told from visibility.");
    }

    [Fact]
    public async Task Saved_images_without_a_project_belong_to_nobody_known()
    {
        using var inventory = await Inputs.Open("""[{"id":"a","owner":"p1","__imagetype":"gold"}]""");
        inventory.Projects.Owns(ImageScope.Unknown, "p1").ShouldBeNull();
        (await inventory.Images())[0].Scope.ShouldBe(ImageScope.Unknown);
    }
}
