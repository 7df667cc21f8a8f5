using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Impact;
using ImsAudit.Inventories;
using ImsAudit.Results;
using ImsAudit.Tests.Evaluation;

namespace ImsAudit.Tests.Differences;

public class FindingsDifferenceTests
{
    private static readonly string Policy = Judged.Policy(""" "require": { "field": "x", "equals": true } """);
    private static readonly Image Bad = Some.Image("""{"id":"1","name":"one","x":false}""");
    private static readonly Image AlsoBad = Some.Image("""{"id":"2","x":false}""");
    private static readonly Image Good = Some.Image("""{"id":"1","x":true}""");
    private static readonly Image Odd = Some.Image("""{"id":"1","x":"?"}""");

    [Fact]
    public async Task Finding_is_new_fixed_or_still_open()
    {
        (await BetweenAsync([Good], [Bad])).ShouldBe([(FindingState.New, "1", null)]);
        (await BetweenAsync([Bad, AlsoBad], [Good, AlsoBad])).ShouldBe([(FindingState.StillOpen, "2", null), (FindingState.Fixed, "1", null)], ignoreOrder: true);
        (await BetweenAsync([Bad], [])).ShouldBe([(FindingState.Fixed, "1", null)]);
    }

    [Fact]
    public async Task What_could_not_be_decided_is_neither_new_nor_fixed()
    {
        (await BetweenAsync([Good], [Odd])).ShouldBe([(FindingState.UndecidedSince, "1", null)]);
        (await BetweenAsync([Odd], [Good])).ShouldBe([(FindingState.DecidedSince, "1", null)]);
        (await BetweenAsync([Odd], [Bad])).ShouldBe([(FindingState.Changed, "1", null)]);
    }

    [Theory]
    [InlineData(Outcome.Fail, Outcome.Waived, FindingState.WaivedSince)]
    [InlineData(Outcome.Error, Outcome.Waived, FindingState.WaivedSince)]
    [InlineData(Outcome.Waived, Outcome.Fail, FindingState.Unwaived)]
    [InlineData(Outcome.Waived, Outcome.Waived, FindingState.StillWaived)]
    [InlineData(null, Outcome.Waived, FindingState.WaivedSince)]
    [InlineData(Outcome.Waived, null, FindingState.Fixed)]
    [InlineData(Outcome.Fail, Outcome.Error, FindingState.Changed)]
    public async Task Waivers_come_and_go(Outcome? before, Outcome? after, FindingState state)
    {
        var (old, @new) = (await ResultAsync(Bad), await ResultAsync(Bad));

        Between(With(old, before), With(@new, after)).Single().State.ShouldBe(state);

        static AuditResult With(AuditResult result, Outcome? outcome) => result with { Findings = outcome is null ? [] : [result.Findings[0] with { Outcome = outcome.Value }] };
    }

    [Fact]
    public async Task Other_severity_is_a_change_that_its_policy_made()
    {
        var change = FindingsDifference.Between(await ResultAsync(Bad), await Judged.RunAsync(Policy.Replace("high", "low", StringComparison.Ordinal), new SomeInventory(Bad)));

        (change.Changes.Single().State, change.Changes.Single().PolicyChanged).ShouldBe((FindingState.Changed, true));
        change.Policies.ShouldHaveSingleItem().Change.ShouldBe(PolicyChange.Changed);
    }

    [Fact]
    public async Task What_a_failed_listing_hides_is_not_fixed_and_what_it_hid_is_not_new()
    {
        var failed = new SomeInventory { Failed = CategorySet.Of(ImageCategory.Private), Completeness = Completeness.Incomplete };

        (await BetweenAsync(new SomeInventory(Bad), failed)).ShouldBe([(FindingState.NotSeenSince, "1", Unseen.Failed)]);
        (await BetweenAsync(failed, new SomeInventory(Bad))).ShouldBe([(FindingState.NotSeenBefore, "1", Unseen.Failed)]);
    }

    [Fact]
    public async Task Listing_that_failed_elsewhere_hides_nothing()
    {
        var failed = new SomeInventory { Failed = CategorySet.Of(ImageCategory.Public), Completeness = Completeness.Incomplete };

        (await BetweenAsync(new SomeInventory(Bad), failed)).ShouldBe([(FindingState.Fixed, "1", null)]);
    }

    [Fact]
    public async Task Incomplete_side_without_a_listing_that_says_so_hides_everything()
    {
        var damaged = new SomeInventory { Completeness = Completeness.Incomplete };

        (await BetweenAsync(new SomeInventory(Bad), damaged)).ShouldBe([(FindingState.NotSeenSince, "1", Unseen.Failed)]);
    }

    [Fact]
    public async Task What_was_not_asked_for_is_not_seen()
    {
        var elsewhere = new ImageScope("cloud", "elsewhere", "project");
        var narrower = new SomeInventory(AlsoBad) { Asked = CategorySet.Of(ImageCategory.Public) };
        var other = new SomeInventory { Scope = elsewhere };
        var filtered = new SomeInventory { Filtered = true };

        (await BetweenAsync(new SomeInventory(Bad), narrower)).ShouldContain((FindingState.NotSeenSince, "1", Unseen.NotAsked));
        (await BetweenAsync(new SomeInventory(Bad), other)).ShouldBe([(FindingState.NotSeenSince, "1", Unseen.NotAsked)]);
        (await BetweenAsync(other, new SomeInventory(Bad))).ShouldBe([(FindingState.NotSeenBefore, "1", Unseen.NotAsked)]);
        (await BetweenAsync(new SomeInventory(Bad), filtered)).ShouldBe([(FindingState.NotSeenSince, "1", Unseen.Filtered)]);
        (await BetweenAsync(new SomeInventory(Bad) { Filtered = true }, filtered)).ShouldBe([(FindingState.Fixed, "1", null)]);
    }

    [Fact]
    public async Task Saved_responses_prove_neither_new_nor_fixed()
    {
        var saved = new SomeInventory { Completeness = Completeness.NotKnown };

        (await BetweenAsync(new SomeInventory(Bad), saved)).ShouldBe([(FindingState.NotSeenSince, "1", Unseen.NotKnown)]);
        (await BetweenAsync(saved, new SomeInventory(Bad))).ShouldBe([(FindingState.NotSeenBefore, "1", Unseen.NotKnown)]);
    }

    [Fact]
    public async Task Share_may_have_gone_to_a_listing_that_failed()
    {
        var pending = Some.Image("""{"id":"1","x":false}""", ImageCategory.SharedPending);
        var failed = new SomeInventory { Failed = CategorySet.Of(ImageCategory.SharedAccepted), Completeness = Completeness.Incomplete };

        (await BetweenAsync(new SomeInventory(pending), failed)).ShouldBe([(FindingState.NotSeenSince, "1", Unseen.Failed)]);
        (await BetweenAsync(new SomeInventory(pending), new SomeInventory { Asked = CategorySet.Of(ImageCategory.SharedPending) })).ShouldBe([(FindingState.NotSeenSince, "1", Unseen.NotAsked)]);
    }

    [Fact]
    public async Task Finding_of_a_policy_that_only_one_result_has_is_neither_new_nor_fixed()
    {
        var with = await ResultAsync(Bad);
        var without = await Judged.RunAsync(Policy.Replace("\"p\"", "\"q\"", StringComparison.Ordinal), new SomeInventory());

        var added = FindingsDifference.Between(without, with);
        var removed = FindingsDifference.Between(with, without);

        added.Changes.Single().State.ShouldBe(FindingState.PolicyAdded);
        removed.Changes.Single().State.ShouldBe(FindingState.PolicyRemoved);
        added.Policies.Select(policy => (policy.Id, policy.Change)).ShouldBe([("p", PolicyChange.Added), ("q", PolicyChange.Removed)]);
    }

    [Fact]
    public async Task Group_is_fixed_only_when_all_that_the_other_saw_was_seen()
    {
        var group = Judged.Policy(""" "group": { "by": [], "require": { "count": 0 } } """);
        var old = await Judged.RunAsync(group, new SomeInventory(Bad));

        (await StateAsync(new SomeInventory())).ShouldBe([FindingState.Fixed]);
        (await StateAsync(new SomeInventory { Scope = new ImageScope("other", "region", "project") })).ShouldBe([FindingState.NotSeenSince]);
        // It could not be decided, which is a finding of its own.
        (await StateAsync(new SomeInventory { Failed = CategorySet.Of(ImageCategory.Public), Completeness = Completeness.Incomplete })).ShouldBe([FindingState.UndecidedSince, FindingState.NotSeenSince], ignoreOrder: true);

        async Task<IEnumerable<FindingState>> StateAsync(SomeInventory inventory) =>
            Between(old, await Judged.RunAsync(group, inventory, options => options with { AllowEmpty = true })).Select(change => change.State);
    }

    [Fact]
    public async Task Image_of_a_group_that_cannot_be_decided_is_not_fixed()
    {
        var newest = Judged.Policy(""" "categories": ["private"], "group": { "by": [], "where": { "field": "g", "notEquals": true }, "require": { "keepNewest": 1, "orderBy": "created_at" } } """);
        Image[] two = [Some.Image("""{"id":"1","created_at":"2025-01-01T00:00:00Z"}"""), Some.Image("""{"id":"2","created_at":"2025-02-01T00:00:00Z"}""")];
        var odd = Some.Image("""{"id":"3","g":"?"}""");

        var changes = Between(await Judged.RunAsync(newest, new SomeInventory(two)), await Judged.RunAsync(newest, new SomeInventory([.. two, odd])));

        changes.ShouldContain(change => change.State == FindingState.NotSeenSince && change.Why == Unseen.Undecided && change.Old!.Image!.Id == "1");
    }

    [Fact]
    public async Task Order_is_that_of_findings_and_the_same_fingerprint_counts_once()
    {
        var result = await ResultAsync(Bad, AlsoBad);
        var twice = result with { Findings = [.. result.Findings, result.Findings[0]] };

        var difference = FindingsDifference.Between(twice, result);

        difference.Repeated.ShouldBe(1);
        difference.Changes.Select(change => change.Latest.Fingerprint).ShouldBe(result.Findings.Select(finding => finding.Fingerprint));
    }

    private static Task<AuditResult> ResultAsync(params Image[] images) => Judged.RunAsync(Policy, new SomeInventory(images));

    private static IReadOnlyList<FindingChange> Between(AuditResult old, AuditResult @new) => FindingsDifference.Between(old, @new).Changes;

    private static Task<List<(FindingState, string?, Unseen?)>> BetweenAsync(Image[] old, Image[] @new) => BetweenAsync(new SomeInventory(old), new SomeInventory(@new));

    private static async Task<List<(FindingState, string?, Unseen?)>> BetweenAsync(SomeInventory old, SomeInventory @new) =>
        [.. Between(await RunAsync(old), await RunAsync(@new)).Select(change => (change.State, change.Latest.Image?.Id, change.Why))];

    private static Task<AuditResult> RunAsync(SomeInventory inventory) => Judged.RunAsync(Policy, inventory, options => options with { AllowEmpty = true });
}
