using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;
using ImsAudit.Tests.Evaluation;

namespace ImsAudit.Tests.Differences;

public class CaveatTests
{
    private static readonly string Policy = Judged.Policy(""" "require": true """);

    [Fact]
    public async Task Two_results_of_one_kind_need_no_caveat() => Between(await ResultAsync(), await ResultAsync()).ShouldBeEmpty();

    [Fact]
    public async Task What_was_not_seen_on_a_side_is_said()
    {
        var incomplete = await ResultAsync(new SomeInventory(Some.Image()) { Failed = CategorySet.Of(ImageCategory.Public), Completeness = Completeness.Incomplete });
        var saved = await ResultAsync(new SomeInventory(Some.Image()) { Completeness = Completeness.NotKnown });

        Between(await ResultAsync(), incomplete).ShouldBe([CaveatKind.NewIncomplete]);
        Between(incomplete, await ResultAsync()).ShouldBe([CaveatKind.OldIncomplete]);
        Between(saved, saved).ShouldBe([CaveatKind.OldNotKnown, CaveatKind.NewNotKnown]);
    }

    [Fact]
    public async Task Result_that_calls_itself_complete_over_a_failed_listing_is_not()
    {
        var result = await ResultAsync();
        var cut = result with { Run = result.Run with { Listings = [.. result.Run.Listings.Select(listing => listing with { Complete = false })] } };

        Difference.Of(result, cut).IsIncomplete.ShouldBeTrue();
    }

    [Fact]
    public async Task Other_places_are_said()
    {
        var fewer = await ResultAsync(new SomeInventory(Some.Image()) { Asked = CategorySet.Of(ImageCategory.Private) });
        var elsewhere = await ResultAsync(new SomeInventory(Some.Image()) { Scope = new ImageScope("other", "region", "project") });
        var filtered = await ResultAsync(new SomeInventory(Some.Image()) { Filtered = true });

        Between(await ResultAsync(), fewer).ShouldBe([CaveatKind.OnlyOldAsked]);
        Between(await ResultAsync(), elsewhere).ShouldBe([CaveatKind.NothingInCommon, CaveatKind.OnlyOldAsked, CaveatKind.OnlyNewAsked]);
        Between(await ResultAsync(), filtered).ShouldBe([CaveatKind.Filtered]);
    }

    [Fact]
    public async Task Other_policies_moment_tool_and_waivers_are_said()
    {
        var result = await ResultAsync();
        var later = result with
        {
            Tool = new ToolInfo("imsaudit", "9"),
            Run = result.Run with { PolicySetSha256 = "other", WaiversSha256 = "w", AsOf = result.Run.AsOf.AddDays(7) },
        };

        Between(result, later).ShouldBe([CaveatKind.OtherPolicySet, CaveatKind.OtherMoment, CaveatKind.OtherTool, CaveatKind.OtherWaivers]);
        Between(later, result).ShouldContain(CaveatKind.Swapped);
    }

    [Fact]
    public async Task Snapshot_of_another_result_is_said()
    {
        var result = await ResultAsync();
        var made = result with { Run = result.Run with { SnapshotSha256 = "abc" } };
        var fields = new ComparedFields(await Judged.PoliciesAsync(Policy), all: false, Judged.AsOf);
        var images = await ImagesDifference.BetweenAsync(new SomeInventory(), new SomeInventory(), fields, CancellationToken.None);

        Difference.Of(made, result, images).Caveats.Select(caveat => caveat.Kind).ShouldBe([CaveatKind.OldSnapshotOther]);
    }

    private static IEnumerable<CaveatKind> Between(AuditResult old, AuditResult @new) => Difference.Of(old, @new).Caveats.Select(caveat => caveat.Kind);

    private static Task<AuditResult> ResultAsync(SomeInventory? inventory = null) => Judged.RunAsync(Policy, inventory ?? new SomeInventory(Some.Image()));
}
