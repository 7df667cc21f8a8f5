using System.Text.Json.Nodes;
using ImsAudit.Inventories;

namespace ImsAudit.Reporting.Tests.Validators;

/// <summary>Microsoft's validator, as it comes, on what SARIF we write.</summary>
public sealed class SarifValidatorTests
{
    private const string Multitool = "@microsoft/sarif-multitool-linux/Sarif.Multitool";

    [ValidatorFact(Multitool)]
    public async Task Validator_finds_no_error_and_no_warning()
    {
        using var validator = new Validator();
        string[] files =
        [
            validator.Write("empty.sarif", Report.Bytes("sarif", Some.Empty())),
            validator.Write("incomplete.sarif", Report.Bytes("sarif", Some.Empty(Completeness.Incomplete))),
            validator.Write("not-known.sarif", Report.Bytes("sarif", Some.Empty(Completeness.NotKnown))),
            validator.Write("hostile.sarif", Report.Bytes("sarif", Some.HostileResult())),
            // Waived, in the baseline and undecided are among them.
            validator.Write("many.sarif", Report.Bytes("sarif", Some.Many(1500))),
        ];

        var (exitCode, said) = await validator.RunAsync(Program(), ["validate", .. files]);

        said.ShouldContain("5 files scanned");
        said.ShouldNotContain("error", Case.Insensitive);
        said.ShouldNotContain("warning", Case.Insensitive);
        exitCode.ShouldBe(0);
    }

    [ValidatorFact(Multitool)]
    public async Task Validator_finds_what_is_wrong()
    {
        using var validator = new Validator();
        var sarif = JsonNode.Parse(Report.Of("sarif", Some.Many(1)))!;
        sarif["runs"]![0]!["results"]![0]!["ruleIndex"] = 77;

        var (_, said) = await validator.RunAsync(Program(), "validate", validator.Write("wrong.sarif", System.Text.Encoding.UTF8.GetBytes(sarif.ToJsonString())));

        said.ShouldContain("error SARIF");
    }

    private static string Program()
    {
        var program = ValidatorFactAttribute.PathOf(Multitool);
        // Where npm runs no scripts of packages, it is not executable.
        if (OperatingSystem.IsLinux()) File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute);
        return program;
    }
}
