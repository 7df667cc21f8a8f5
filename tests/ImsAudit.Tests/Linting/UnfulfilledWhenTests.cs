using ImsAudit.Inventories;
using ImsAudit.Linting;
using ImsAudit.Tests.Evaluation;

namespace ImsAudit.Tests.Linting;

public class UnfulfilledWhenTests
{
    private const string Arm = """ "when": { "field": "__support_arm", "equals": true }, "require": { "field": "a", "exists": true } """;

    [Fact]
    public async Task When_that_no_image_fulfils_is_a_warning()
    {
        var found = (await Find(Arm, new SomeInventory(Some.Image(), Some.Image("""{"id":"j","__support_arm":"false"}""")))).ShouldHaveSingleItem();

        found.Level.ShouldBe(LintLevel.Warning);
        found.Place.Pointer.ShouldBe("/when");
        found.Place.Message.ShouldEndWith("it is false of all 2 that are of the policy's categories");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"what?\"")] // unknown: the image is judged, and an error
    public async Task When_that_an_image_fulfils_or_may_is_not_spoken_of(string value) =>
        (await Find(Arm, new SomeInventory(Some.Image(), Some.Image($$"""{"id":"j","__support_arm":{{value}}}""")))).ShouldBeEmpty();

    [Fact]
    public async Task Policy_whose_categories_no_image_has_is_a_warning() =>
        (await Find(""" "categories": ["market"], "require": { "field": "a", "exists": true } """, new SomeInventory(Some.Image())))
            .ShouldHaveSingleItem().Place.Pointer.ShouldBe("/categories");

    [Fact]
    public async Task Inventory_that_may_lack_images_is_said_to() =>
        (await Find(Arm, new SomeInventory(Some.Image()) { Completeness = Completeness.Incomplete }))
            .ShouldHaveSingleItem().Place.Message.ShouldEndWith("though perhaps not all images were seen");

    [Fact]
    public async Task When_about_another_image_is_looked_up_in_the_inventory() =>
        (await Find(""" "when": { "field": "parent", "refersTo": {} }, "require": { "field": "a", "exists": true } """,
            new SomeInventory(Some.Image(), Some.Image("""{"id":"j","parent":"i"}""")))).ShouldBeEmpty();

    private static async Task<IReadOnlyList<LintFinding>> Find(string body, SomeInventory inventory)
    {
        var (set, _) = await Linted.Load(("a.policy.json", Linted.Policy(body)));
        return await PolicyLinter.LintAgainstAsync(set, inventory, Judged.AsOf);
    }
}
