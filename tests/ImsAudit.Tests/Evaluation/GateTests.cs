using ImsAudit.Evaluation;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;

namespace ImsAudit.Tests.Evaluation;

public class GateTests
{
    private static readonly string Fails = Judged.Policy(""" "require": { "field": "x", "equals": true } """);

    [Theory]
    [InlineData("""{"id":"1","x":"true"}""", "high", true, 0)]
    [InlineData("""{"id":"1","x":"false"}""", "high", true, 1)]
    [InlineData("""{"id":"1","x":"false"}""", "critical", true, 0)]
    [InlineData("""{"id":"1","x":"false"}""", "info", true, 1)]
    [InlineData("""{"id":"1","x":"false"}""", null, true, 0)]
    [InlineData("""{"id":"1","x":"neither"}""", "high", true, 1)]
    [InlineData("""{"id":"1","x":"neither"}""", "high", false, 0)]
    [InlineData("""{"id":"1","x":"neither"}""", null, true, 0)]
    public async Task Gate_closes_on_findings_of_at_least_the_severity(string image, string? failOn, bool errorsCount, int exitCode)
    {
        Severity? least = failOn is not null && Severities.TryParse(failOn, out var severity) ? severity : null;

        var result = await Judged.RunAsync(Fails, new SomeInventory(Some.Image(image)), options => options with { Gate = new GateRule(least, errorsCount) });

        result.Summary.Gate.ExitCode.ShouldBe(exitCode);
        result.Summary.Gate.Passed.ShouldBe(exitCode == 0);
    }

    [Fact]
    public async Task An_incomplete_inventory_is_exit_3_whatever_was_found()
    {
        foreach (var x in new[] { "true", "false" })
        {
            var inventory = new SomeInventory(Some.Image($$"""{"id":"1","x":"{{x}}"}""")) { Failed = CategorySet.Of(ImageCategory.Market), Completeness = Completeness.Incomplete };
            (await Judged.RunAsync(Fails, inventory)).Summary.Gate.ExitCode.ShouldBe(3);
        }
    }

    [Fact]
    public async Task Completeness_that_is_not_known_is_ignored_unless_required()
    {
        var inventory = new SomeInventory(Some.Image("""{"id":"1","x":"true"}""")) { Completeness = Completeness.NotKnown };

        (await Judged.RunAsync(Fails, inventory)).Summary.Gate.ExitCode.ShouldBe(0);
        (await Judged.RunAsync(Fails, inventory, options => options with { RequireComplete = true })).Summary.Gate.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task Not_one_image_is_exit_3_unless_that_is_allowed_or_neither_private_nor_public_was_asked_for()
    {
        (await Judged.RunAsync(Fails, new SomeInventory())).Summary.Gate.ExitCode.ShouldBe(3);
        (await Judged.RunAsync(Fails, new SomeInventory(), options => options with { AllowEmpty = true })).Summary.Gate.ExitCode.ShouldBe(0);
        (await Judged.RunAsync(Fails, new SomeInventory { Asked = CategorySet.Of(ImageCategory.SharedPending) })).Summary.Gate.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Compliance_is_the_share_of_passes_and_null_when_nothing_was_evaluated()
    {
        var inventory = new SomeInventory(Some.Image("""{"id":"1","x":true}"""), Some.Image("""{"id":"2","x":false}"""), Some.Image("""{"id":"3","x":"?"}"""), Some.Image("""{"id":"4","x":true}"""));

        (await Judged.RunAsync(Fails, inventory)).Summary.Compliance.ShouldBe(0.5);
        (await Judged.RunAsync(Judged.Policy(""" "when": false, "require": true """), inventory)).Summary.Compliance.ShouldBeNull();
    }
}
