using ImsAudit.Inventories;
using ImsAudit.Reporting.Tests.Differences;

namespace ImsAudit.Reporting.Tests.Validators;

public sealed class MarkdownLintTests
{
    private const string MarkdownLint = "markdownlint-cli/markdownlint.js";

    [ValidatorFact(MarkdownLint)]
    public async Task Markdown_is_without_a_slip()
    {
        using var validator = new Validator();
        string[] files =
        [
            validator.Write("empty.md", Report.Bytes("markdown", Some.Empty())),
            validator.Write("incomplete.md", Report.Bytes("markdown", Some.Empty(Completeness.Incomplete))),
            validator.Write("not-known.md", Report.Bytes("markdown", Some.Empty(Completeness.NotKnown))),
            validator.Write("hostile.md", Report.Bytes("markdown", Some.HostileResult())),
            validator.Write("many.md", Report.Bytes("markdown", Some.Many(1500))),
            validator.Write("diff.md", SomeDifference.Bytes("markdown", SomeDifference.Full())),
            validator.Write("hostile-diff.md", SomeDifference.Bytes("markdown", SomeDifference.Hostile())),
        ];

        var (exitCode, said) = await validator.RunAsync(
            "node", [ValidatorFactAttribute.PathOf(MarkdownLint), "--config", Path.Combine(ValidatorFactAttribute.Folder(), "markdownlint.jsonc"), .. files]);

        said.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }
}
