using ImsAudit.Baselines;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;
using ImsAudit.Tests.Evaluation;

namespace ImsAudit.Tests.Baselines;

public class BaselineTests
{
    private static readonly string Policy = Judged.Policy(""" "require": { "field": "x", "equals": true } """);
    private static readonly Image Bad = Some.Image("""{"id":"1","name":"one","x":false}""");
    private static readonly Image AlsoBad = Some.Image("""{"id":"2","x":false}""");
    private static readonly Image Good = Some.Image("""{"id":"1","x":true}""");

    [Fact]
    public async Task A_fail_that_was_there_does_not_close_the_gate_and_a_new_one_does()
    {
        var (same, more) = (await Against([Bad], [Bad]), await Against([Bad], [Bad, AlsoBad]));

        same.Findings.ShouldHaveSingleItem().Baselined.ShouldBeTrue();
        (same.Summary.Gate.ExitCode, same.Summary.Baselined).ShouldBe((0, 1));
        more.Summary.Gate.ExitCode.ShouldBe(1);
        same.Baseline!.Fixed.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_gone_is_fixed()
    {
        var gone = (await Against([Bad, AlsoBad], [Good, AlsoBad])).Baseline!.Fixed.ShouldHaveSingleItem();

        (gone.Policy, gone.ImageId, gone.Subject).ShouldBe(("p", "1", "one"));
    }

    [Fact]
    public async Task Nothing_is_fixed_by_a_scan_that_did_not_see_everything() =>
        (await Against([Bad], [AlsoBad], failed: CategorySet.Of(ImageCategory.Private))).Baseline!.Fixed.ShouldBeEmpty();

    [Fact]
    public async Task Nothing_is_fixed_by_a_scan_that_did_not_ask_for_it()
    {
        var earlier = new Baseline(await Judged.RunAsync(Policy, new SomeInventory(Bad)));
        var elsewhere = new SomeInventory(Some.Image(scope: new ImageScope("cloud", "elsewhere", "project"))) { Scope = new ImageScope("cloud", "elsewhere", "project") };
        SomeInventory[] narrower = [new(AlsoBad) { Asked = CategorySet.Of(ImageCategory.Public) }, new(AlsoBad) { Filtered = true }, elsewhere];

        foreach (var inventory in narrower)
            (await Judged.RunAsync(Policy, inventory, options => options with { Baseline = earlier })).Baseline!.Fixed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Group_is_fixed_only_by_a_scan_that_saw_all_that_the_earlier_one_saw()
    {
        var group = Judged.Policy(""" "group": { "by": [], "require": { "count": 0 } } """);
        var earlier = new Baseline(await Judged.RunAsync(group, new SomeInventory(Bad)));

        (await FixedIn(new SomeInventory())).ShouldHaveSingleItem().Subject.ShouldBe("");
        (await FixedIn(new SomeInventory { Asked = CategorySet.Of(ImageCategory.Private) })).ShouldBeEmpty();
        (await FixedIn(new SomeInventory { Scope = new ImageScope("other", "region", "project") })).ShouldBeEmpty();

        async Task<IReadOnlyList<FixedFinding>> FixedIn(SomeInventory inventory) =>
            (await Judged.RunAsync(group, inventory, options => options with { Baseline = earlier, AllowEmpty = true })).Baseline!.Fixed;
    }

    [Fact]
    public async Task Errors_and_policies_that_are_not_waivable_are_not_silenced()
    {
        var odd = Some.Image("""{"id":"1","x":"?"}""");
        (await Against([odd], [odd])).Summary.Gate.ExitCode.ShouldBe(1);
        (await Against([odd], [Bad])).Summary.Gate.ExitCode.ShouldBe(1);

        var strict = Judged.Policy(""" "waivable": false, "require": { "field": "x", "equals": true } """);
        (await Against([Bad], [Bad], policy: strict)).Summary.Gate.ExitCode.ShouldBe(1);
    }

    private static async Task<AuditResult> Against(Image[] before, Image[] now, CategorySet failed = default, string? policy = null)
    {
        var earlier = await Judged.RunAsync(policy ?? Policy, new SomeInventory(before));
        var inventory = new SomeInventory(now) { Failed = failed, Completeness = failed.IsEmpty ? Completeness.Complete : Completeness.Incomplete };
        return await Judged.RunAsync(policy ?? Policy, inventory, options => options with { Baseline = new Baseline(earlier) });
    }
}
