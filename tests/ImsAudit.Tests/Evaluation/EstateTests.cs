using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Tests.Evaluation;

public class EstateTests
{
    private const string Child = """{"id":"child","parent":"p1","owner":"me"}""";

    [Theory]
    [InlineData("""{"id":"p1"}""", Outcome.Pass)]
    [InlineData("""{"id":"P1"}""", Outcome.Fail)]
    [InlineData("""{"id":"p2"}""", Outcome.Fail)]
    public async Task A_value_refers_to_the_image_of_exactly_that_id(string parent, Outcome expected) =>
        await Expect(""" { "field": "parent", "refersTo": {} } """, expected, Some.Image(Child), Some.Image(parent));

    [Theory]
    [InlineData("""{"id":"p1","key":"k"}""", Outcome.Pass)]
    [InlineData("""{"id":"p1","key":""}""", Outcome.Fail)]
    [InlineData("""{"id":"p1","key":{}}""", Outcome.Error)]
    public async Task The_image_that_is_found_must_fulfil_the_condition(string parent, Outcome expected) =>
        await Expect(""" { "field": "parent", "refersTo": { "where": { "field": "key", "equals": "k" } } } """, expected, Some.Image(Child), Some.Image(parent));

    [Fact]
    public async Task One_of_several_images_is_enough()
    {
        const string Condition = """ { "field": "parent", "refersTo": { "by": "name", "where": { "field": "owner", "equals": { "outer": "owner" } } } } """;
        var (theirs, ours) = (Some.Image("""{"id":"1","name":"p1","owner":"you"}"""), Some.Image("""{"id":"2","name":"p1","owner":"me"}"""));

        await Expect(Condition, Outcome.Pass, Some.Image(Child), theirs, ours);
        await Expect(Condition, Outcome.Fail, Some.Image(Child), theirs);
    }

    [Fact]
    public async Task Images_of_another_region_are_not_referred_to() =>
        await Expect(""" { "field": "parent", "refersTo": {} } """, Outcome.Fail, Some.Image(Child), Some.Image("""{"id":"p1"}""", scope: Some.Scope with { Region = "other" }));

    [Fact]
    public async Task What_was_not_found_and_may_not_have_been_seen_is_unknown()
    {
        var policy = Judged.Policy(""" "when": { "field": "id", "equals": "child" }, "require": { "field": "parent", "refersTo": {} } """);
        var child = Some.Image(Child);
        foreach (var inventory in new[]
        {
            new SomeInventory(child) { Asked = CategorySet.Of(ImageCategory.Private) },
            new SomeInventory(child) { Failed = CategorySet.Of(ImageCategory.Market), Completeness = Completeness.Incomplete },
            new SomeInventory(child) { Filtered = true },
            new SomeInventory(child) { Completeness = Completeness.NotKnown },
        })
            (await Judged.RunAsync(policy, inventory)).Findings.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Error);
        (await Judged.RunAsync(policy, new SomeInventory(child, Some.Image("""{"id":"p1"}""")) { Completeness = Completeness.NotKnown })).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_where_inside_of_a_where_still_sees_the_judged_image_outside() =>
        await Expect(
            """ { "field": "parent", "refersTo": { "where": { "field": "parent", "refersTo": { "where": { "field": "owner", "equals": { "outer": "owner" } } } } } } """,
            Outcome.Pass,
            Some.Image(Child),
            Some.Image("""{"id":"p1","parent":"p0","owner":"you"}"""),
            Some.Image("""{"id":"p0","owner":"me"}"""));

    private static async Task Expect(string condition, Outcome expected, params Image[] images)
    {
        var policy = Judged.Policy($$""" "when": { "field": "id", "equals": "child" }, "require": {{condition}} """);
        var result = await Judged.RunAsync(policy, new SomeInventory(images));
        var (pass, fail, error) = (result.Policies[0].Pass, result.Policies[0].Fail, result.Policies[0].Error);
        (pass, fail, error).ShouldBe((expected == Outcome.Pass ? 1 : 0, expected == Outcome.Fail ? 1 : 0, expected == Outcome.Error ? 1 : 0));
    }
}
