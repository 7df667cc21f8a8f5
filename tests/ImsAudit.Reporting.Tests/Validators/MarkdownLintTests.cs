using ImsAudit.Inventories;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Samples;
using ImsAudit.Reporting.Tests.Differences;
using ImsAudit.Reporting.Weekly;
using ImsAudit.Weekly;

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
            .. new[] { SampleWeeks.Empty(), SampleWeeks.Full(), SampleWeeks.Hostile(Some.Hostile) }.Index().Select(week => validator.Write($"weekly-{week.Index}.md", Weekly(week.Item))),
        ];

        var (exitCode, said) = await validator.RunAsync(
            "node", [ValidatorFactAttribute.PathOf(MarkdownLint), "--config", Path.Combine(ValidatorFactAttribute.Folder(), "markdownlint.jsonc"), .. files]);

        said.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    private static byte[] Weekly(WeeklyReport report)
    {
        using var output = new MemoryStream();
        WeeklyFormats.Find("markdown")!.Write(report, output, ReportOptions.File, CancellationToken.None);
        return output.ToArray();
    }
}
