using System.Text;
using System.Text.Json;
using ImsAudit.Impact;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Tests.Evaluation;

namespace ImsAudit.Tests.Impact;

public class ImpactReportTests
{
    private const string Uefi = """ "require": { "field": "hw_firmware_type", "equals": "uefi" } """;
    private static readonly SomeInventory Two = new(
        Some.Image("""{"id":"b","name":"<script>\u001b","hw_firmware_type":"bios"}"""), Some.Image("""{"id":"u","hw_firmware_type":"uefi"}"""));

    [Fact]
    public async Task Same_policies_change_nothing()
    {
        var policy = (await Compare([Uefi], [Uefi], Two)).Policies.ShouldHaveSingleItem();

        policy.Change.ShouldBe(PolicyChange.None);
        policy.IsWithoutEffect.ShouldBeTrue();
    }

    [Theory]
    [InlineData(""" "forbid": { "field": "hw_firmware_type", "equals": "uefi" } """, 1, 1, 0, 0)]
    [InlineData(""" "require": { "field": "hw_firmware_type", "atLeast": 1 } """, 0, 0, 2, 0)]
    [InlineData(""" "categories": ["public"], "require": false """, 0, 0, 0, 2)]
    [InlineData(""" "require": { "field": "hw_firmware_type", "in": ["uefi", "bios"] } """, 0, 1, 0, 0)]
    public async Task Changed_policy_counts_the_images_that_come_out_otherwise(string changed, int fail, int pass, int error, int notApplicable)
    {
        var policy = (await Compare([Uefi], [changed], Two)).Policies.ShouldHaveSingleItem();

        policy.Change.ShouldBe(PolicyChange.Changed);
        (policy.NewlyFail, policy.NewlyPass, policy.NewlyError, policy.NewlyNotApplicable).ShouldBe((fail, pass, error, notApplicable));
    }

    [Fact]
    public async Task Change_of_the_severity_alone_is_a_change_without_effect()
    {
        var report = await ImpactReport.OfAsync(
            await Judged.PoliciesAsync(Judged.Policy(Uefi)), await Judged.PoliciesAsync(Judged.Policy(Uefi).Replace("high", "low", StringComparison.Ordinal)), Two, Judged.AsOf);

        var policy = report.Policies.ShouldHaveSingleItem();
        (policy.Change, policy.From, policy.To, policy.IsWithoutEffect).ShouldBe((PolicyChange.Changed, Severity.High, Severity.Low, true));
    }

    [Fact]
    public async Task Added_policy_shows_what_it_judges_and_a_removed_one_what_it_judged()
    {
        (await Compare([], [Uefi], Two)).Policies.ShouldHaveSingleItem().Images.Select(image => (image.Id, image.From, image.To))
            .ShouldBe([("b", null, Outcome.Fail), ("u", null, Outcome.Pass)]);
        var removed = (await Compare([Uefi], [], Two)).Policies.ShouldHaveSingleItem();
        (removed.Change, removed.NotJudged).ShouldBe((PolicyChange.Removed, 2));
    }

    [Fact]
    public async Task Disabled_policy_counts_as_not_there() =>
        (await Compare([Uefi], [Uefi + """, "enabled": false """], Two)).Policies.ShouldHaveSingleItem().Change.ShouldBe(PolicyChange.Removed);

    [Fact]
    public async Task Group_tells_its_images() =>
        (await Compare([Group(2)], [Group(1)], Two)).Policies.ShouldHaveSingleItem().NewlyFail.ShouldBe(2);

    [Fact]
    public async Task Group_without_images_is_told_by_itself()
    {
        const string Golden = """ "group": { "by": [], "where": { "field": "golden", "equals": true }, "require": { "count": { "atLeast": 1 } } } """;

        var policy = (await Compare([Golden.Replace("1 }", "0 }", StringComparison.Ordinal)], [Golden], Two)).Policies.ShouldHaveSingleItem();

        policy.Images.ShouldBeEmpty();
        (policy.Groups.ShouldHaveSingleItem().From, policy.Groups[0].To).ShouldBe((null, Outcome.Fail));
    }

    [Fact]
    public async Task Group_over_what_was_not_seen_is_newly_undecided_for_every_image() =>
        (await Compare([Uefi], [Group(9)], new SomeInventory(Some.Image("""{"id":"u","hw_firmware_type":"uefi"}""")) { Failed = ImsAudit.Images.CategorySet.Of(ImsAudit.Images.ImageCategory.Private), Completeness = Completeness.Incomplete }))
            .Policies.ShouldHaveSingleItem().NewlyError.ShouldBe(1);

    [Fact]
    public async Task Sensitive_policy_masks_the_names_that_it_reads()
    {
        const string Secret = """ "sensitive": true, "forbid": { "field": "name", "like": "*script*" } """;

        (await Compare([], [Secret], Two)).Policies[0].Images.Single(image => image.Id == "b").Name.ShouldBe("***");
    }

    [Theory]
    [InlineData(Completeness.Complete, "true")]
    [InlineData(Completeness.Incomplete, "false")]
    [InlineData(Completeness.NotKnown, "null")]
    public async Task Json_says_whether_all_was_seen_and_encodes_names(Completeness completeness, string expected)
    {
        var inventory = new SomeInventory(Some.Image("""{"id":"b","name":"<script>\u001b","hw_firmware_type":"bios"}""")) { Completeness = completeness };
        using var stream = new MemoryStream();

        ImpactJson.Write(stream, await Compare([], [Uefi], inventory));

        var text = Encoding.UTF8.GetString(stream.ToArray());
        text.ShouldNotContain("<script>");
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("complete").GetRawText().ShouldBe(expected);
        var image = json.RootElement.GetProperty("policies")[0].GetProperty("images")[0];
        image.GetProperty("name").GetString().ShouldBe("<script>\u001b");
        image.GetProperty("to").GetString().ShouldBe("fail");
    }

    private static string Group(int most) => $$""" "group": { "by": [], "require": { "count": { "atMost": {{most}} } } } """;

    private static async Task<ImpactReport> Compare(string[] old, string[] @new, IInventory inventory) => await ImpactReport.OfAsync(
        await Judged.PoliciesAsync([.. old.Select(Judged.Policy)]), await Judged.PoliciesAsync([.. @new.Select(Judged.Policy)]), inventory, Judged.AsOf);
}
