using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Policies;

public class PolicyLintTests
{
    private const string Images = """{"images":[{"id":"a","hw_firmware_type":"uefi","__imagetype":"private"}]}""";

    [Fact]
    public async Task Lint_of_the_built_in_policies_is_silent() =>
        (await ImsAuditProcess.RunAsync(["policy", "lint", Path.Combine(ImsAuditBinary.RepositoryRoot, "policies")])).ShouldExit(0).Everything.ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "field": "hw_firmware_type", "olderThan": "90d" }""", false, 1, "error: ")]
    [InlineData("""{ "field": "hw_firmware_type", "equals": "ueif" }""", false, 0, "warning: ")]
    [InlineData("""{ "field": "hw_firmware_type", "equals": "ueif" }""", true, 1, "warning: ")]
    public async Task Lint_exits_with_1_on_errors_and_strictly_on_warnings(string condition, bool strict, int code, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("a.policy.json", Policy(condition));

        var run = await ImsAuditProcess.RunAsync(["policy", "lint", "a.policy.json", .. strict ? ["--strict"] : Array.Empty<string>()], workingFolder: folder.Path);

        run.ShouldExit(code).Output.ShouldStartWith("a.policy.json:1:");
        run.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task Lint_of_a_policy_with_a_mistake_exits_with_2()
    {
        using var folder = new TempFolder();
        folder.Write("a.policy.json", Policy("""{ "field": "a", "eqals": 1 }"""));

        (await ImsAuditProcess.RunAsync(["policy", "lint", "a.policy.json"], workingFolder: folder.Path)).ShouldExit(2).Error.ShouldContain("equals");
    }

    [Fact]
    public async Task Lint_from_images_speaks_of_a_when_that_none_fulfils()
    {
        using var folder = new TempFolder();
        folder.Write("images.json", Images);
        folder.Write("a.policy.json", Policy("""{ "field": "a", "exists": true }, "when": { "field": "__support_arm", "equals": true }"""));

        (await ImsAuditProcess.RunAsync(["policy", "lint", "a.policy.json", "--from", "images.json"], workingFolder: folder.Path))
            .ShouldExit(0).Output.ShouldContain("no image of the given inventory fulfils this \"when\"");
    }

    [Fact]
    public async Task Impact_shows_the_images_that_newly_fail_as_text_and_json()
    {
        using var folder = new TempFolder();
        folder.Write("images.json", Images);
        folder.Write("old.policy.json", Policy("""{ "field": "hw_firmware_type", "equals": "uefi" }"""));
        folder.Write("new.policy.json", Policy("""{ "field": "hw_firmware_type", "equals": "bios" }"""));

        var run = await ImsAuditProcess.RunAsync(["policy", "impact", "old.policy.json", "new.policy.json", "--from", "images.json", "--output", "text", "--output", "json=i.json"], workingFolder: folder.Path);

        run.ShouldExit(0).Output.ShouldStartWith("Completeness not known");
        run.Output.ShouldContain("a (changed, low): 1 newly fail\n  pass -> fail: a");
        (await File.ReadAllTextAsync(folder["i.json"])).ShouldContain("\"newlyFail\": 1");
    }

    [Fact]
    public async Task Explain_writes_json()
    {
        using var folder = new TempFolder();
        folder.Write("images.json", Images);

        var run = await ImsAuditProcess.RunAsync(["explain", "--from", "images.json", "--image", "a", "--policy", "must-be-uefi", "--output", "json"], workingFolder: folder.Path);

        run.ShouldExit(0).Output.ShouldStartWith("{\n  \"schema\": \"imsaudit/explanation/1\"");
        run.Output.ShouldContain("\"outcome\": \"pass\"");
    }

    private static string Policy(string require) => $$"""{ "id": "a", "title": "T", "severity": "low", "require": {{require}} }""";
}
