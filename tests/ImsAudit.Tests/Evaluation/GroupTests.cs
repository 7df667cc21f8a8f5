using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Tests.Evaluation;

public class GroupTests
{
    private const string UniqueNames = """ "group": { "by": ["name"], "require": { "count": { "atMost": 1 } } } """;
    private const string OneArm = """ "group": { "by": [], "where": { "field": "arm", "equals": true }, "require": { "count": { "atLeast": 1 } } } """;
    private const string KeepTwo = """ "group": { "by": [{ "field": "name", "capture": "^(.*)-[0-9]+$" }], "require": { "keepNewest": 2, "orderBy": "created_at" } } """;

    [Fact]
    public async Task A_count_fails_once_for_a_group_and_lists_its_images()
    {
        var result = await Run(UniqueNames, """{"id":"1","name":"web"}""", """{"id":"2","name":"db"}""", """{"id":"3","name":"web"}""");

        var finding = result.Findings.ShouldHaveSingleItem();
        finding.Outcome.ShouldBe(Outcome.Fail);
        finding.Image.ShouldBeNull();
        finding.Group!["name"].ShouldBe(JsonText.OfString("web"));
        finding.Images!.Select(image => image.Id).ShouldBe(["1", "3"]);
        finding.Reasons.ShouldBe([new Reason("count", JsonText.OfNumber(2), "atMost 1")]);
        finding.Message.ShouldBe("2 images with name web, expected atMost 1");
        (result.Policies[0].Pass, result.Policies[0].Fail).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("""{"id":"1"}""", """{"id":"2","name":null}""", 1)]
    [InlineData("""{"id":"1","name":"Web"}""", """{"id":"2","name":"web"}""", 0)]
    [InlineData("""{"id":"1","name":"5"}""", """{"id":"2","name":5}""", 0)]
    [InlineData("""{"id":"1","name":"\u0077eb"}""", """{"id":"2","name":"web"}""", 1)]
    public async Task Keys_are_compared_exactly_and_a_missing_one_is_a_key(string first, string second, int findings) =>
        (await Run(UniqueNames, first, second)).Findings.Count.ShouldBe(findings);

    [Fact]
    public async Task A_capture_that_cuts_a_letter_in_two_stops_nothing()
    {
        var result = await Run(""" "group": { "by": [{ "field": "name", "capture": "^(.)" }], "require": { "count": { "atMost": 1 } } } """, """{"id":"1","name":"\ud83d\ude00a"}""", """{"id":"2","name":"\ud83d\ude00b"}""");

        result.Findings.ShouldHaveSingleItem().Images!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_group_of_all_is_there_even_when_it_is_empty()
    {
        var finding = (await Run(OneArm, """{"id":"1","arm":"false"}""")).Findings.ShouldHaveSingleItem();

        finding.Group!.ShouldBeEmpty();
        finding.Images!.ShouldBeEmpty();
        finding.Message.ShouldBe("0 images, expected atLeast 1");
        (await Run(OneArm, """{"id":"1","arm":"True"}""")).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_undecided_where_makes_the_group_an_error()
    {
        var finding = (await Run(OneArm, """{"id":"1","arm":"true"}""", """{"id":"2","arm":"maybe"}""")).Findings.ShouldHaveSingleItem();

        finding.Outcome.ShouldBe(Outcome.Error);
        finding.Reasons[0].Actual.ShouldBe(JsonText.OfString("maybe"));
    }

    [Fact]
    public async Task Images_beyond_the_newest_fail_one_by_one_and_ties_are_told_by_id()
    {
        var result = await Run(
            KeepTwo,
            """{"id":"a","name":"web-1","created_at":"2025-01-01T00:00:00Z"}""",
            """{"id":"c","name":"web-2","created_at":"2025-01-01T00:00:00Z"}""",
            """{"id":"b","name":"web-3","created_at":"2025-01-01T00:00:00Z"}""",
            """{"id":"d","name":"db-1","created_at":"2020-01-01T00:00:00Z"}""");

        var finding = result.Findings.ShouldHaveSingleItem();
        finding.Image!.Id.ShouldBe("a");
        finding.Reasons[0].Expected.ShouldBe("among the newest 2 of the group");
        (result.Policies[0].Pass, result.Policies[0].Fail).ShouldBe((3, 1));
    }

    [Fact]
    public async Task An_age_that_cannot_be_read_is_an_error_of_its_image()
    {
        var finding = (await Run(KeepTwo, """{"id":"a","name":"web-1","created_at":"yesterday"}""")).Findings.ShouldHaveSingleItem();

        finding.Outcome.ShouldBe(Outcome.Error);
        finding.Image!.Id.ShouldBe("a");
    }

    [Fact]
    public async Task A_group_over_what_was_not_seen_whole_is_an_error_not_a_pass()
    {
        var policy = Judged.Policy(UniqueNames + """, "categories": ["private", "public"] """);
        var image = Some.Image("""{"id":"1","name":"web"}""");
        var notAsked = new SomeInventory(image) { Asked = CategorySet.Of(ImageCategory.Private) };
        var failed = new SomeInventory(image) { Failed = CategorySet.Of(ImageCategory.Public), Completeness = Completeness.Incomplete };
        var filtered = new SomeInventory(image) { Filtered = true };
        var saved = new SomeInventory(image) { Completeness = Completeness.NotKnown };
        var elsewhere = new SomeInventory(image) { Failed = CategorySet.Of(ImageCategory.Market), Completeness = Completeness.Incomplete };

        foreach (var inventory in new[] { notAsked, failed, filtered })
        {
            var result = await Judged.RunAsync(policy, inventory);
            result.Findings.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Error);
            result.Policies[0].Pass.ShouldBe(0);
        }
        (await Judged.RunAsync(policy, saved)).Findings.ShouldBeEmpty();
        (await Judged.RunAsync(policy, elsewhere)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Images_that_do_not_apply_are_no_members()
    {
        var members = UniqueNames + """, "when": { "field": "keep", "equals": true } """;
        var result = await Run(members, """{"id":"1","name":"web","keep":"true"}""", """{"id":"2","name":"web","keep":"false"}""");

        result.Findings.ShouldBeEmpty();
        (result.Policies[0].Pass, result.Policies[0].NotApplicable).ShouldBe((1, 1));
        (await Run(members, """{"id":"1","name":"web","keep":"?"}""")).Findings.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Error);
    }

    private static Task<AuditResult> Run(string members, params string[] images) =>
        Judged.RunAsync(Judged.Policy(members), new SomeInventory([.. images.Select(json => Some.Image(json))]));
}
