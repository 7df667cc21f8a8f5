using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Formats;

public sealed class GitHubTests
{
    [Fact]
    public void Annotation_has_the_policy_for_title_and_the_image_in_its_message() =>
        Lines(Some.Many(5))[0].ShouldBe(
            "::error title=critical%3A Private images are encrypted with a KMS key::'image-000000' (1b2c3d4e-0000-4000-8000-0123456789ab, prod / cn-north-4 / 0f1e2d3c4b5a, private): "
            + "image-000000 is not encrypted; __system__cmkid is missing, expected not empty; status is active, expected notEquals active. (no-public-exposure)");

    [Fact]
    public void Every_line_of_a_hostile_result_is_one_command_of_ours()
    {
        var lines = Lines(Some.HostileResult());

        // A gap, a finding and one that is undecided, two waivers without effect, and the closing line.
        lines.Length.ShouldBe(6);
        foreach (var line in lines)
        {
            // As the runner reads it: up to the next two colons stand the properties, parted by commas.
            var (head, _) = (line[2..line.IndexOf("::", 2, StringComparison.Ordinal)], line);
            new[] { "error", "warning", "notice" }.ShouldContain(head.Split(' ', 2)[0]);
            head.Split(' ', 2)[1].ShouldStartWith("title=");
            head.ShouldNotContain(",");
            line.ShouldNotContain("##");
        }
    }

    [Theory]
    [InlineData("100%25 a%0Ab", "100%2525 a%250Ab")]
    [InlineData("a\r\nb", @"a\u000d\u000ab")]
    [InlineData("##[error]x", "# #[error]x")]
    [InlineData("###vso[task]", "# # #vso[task]")]
    [InlineData("::error::x", "::error::x")]
    public void Message_is_escaped(string name, string written)
    {
        var result = Some.Many(1);

        Lines(result with { Findings = [result.Findings[0] with { Message = name }] })[0].ShouldContain($"private): {written}; __system");
    }

    [Fact]
    public void Title_makes_no_property_and_ends_no_command()
    {
        var result = Some.Many(1);

        Lines(result with { Policies = [result.Policies[0] with { Title = "a,file=x::b%" }] })[0].ShouldStartWith("::error title=critical%3A a%2Cfile=x%3A%3Ab%25::'image-");
    }

    [Fact]
    public void Ten_of_a_kind_are_written_the_worst_first_and_the_last_line_says_how_many_are_left_out()
    {
        var lines = Lines(Some.Many(1500));

        lines.Length.ShouldBe(30);
        lines.Take(10).ShouldAllBe(line => line.StartsWith("::error title=critical"));
        lines.Skip(10).Take(10).ShouldAllBe(line => line.StartsWith("::warning title=medium"));
        lines.Skip(20).Take(9).ShouldAllBe(line => line.StartsWith("::notice title=low"));
        // 600 of a critical or high policy, 12 of them waived and 12 in the baseline.
        lines[29].ShouldContain("Not shown here, since GitHub shows 10 of a kind: 566 errors, 279 warnings, 567 notices.");
        lines[29].ShouldContain("30 violations waived. 30 violations in the baseline. 2 violations fixed since the baseline run-0.");
    }

    [Fact]
    public void What_was_not_seen_comes_before_what_was_found()
    {
        var many = Some.Many(100);
        var result = many with { Run = Some.Empty(Completeness.Incomplete).Run, Summary = Some.Summary(3, many.Findings) };

        var lines = Lines(result);

        lines[0].ShouldBe("::error title=Image audit INCOMPLETE::public of prod/cn-north-4: GET https://ims.example/v2/images answered 503 on page 3. Ask again later.");
        lines[^1].ShouldStartWith("::notice title=Image audit::INCOMPLETE: 1 of 2 listings failed");
    }

    [Fact]
    public void Waived_and_known_findings_are_not_annotated() =>
        Lines(Some.Many(60) with { Findings = [.. Some.Many(60).Findings.Where(finding => finding.Outcome == Outcome.Waived || finding.Baselined)] })
            .Count(line => line.Contains("image-0", StringComparison.Ordinal)).ShouldBe(0);

    [Fact]
    public void Text_that_is_too_long_is_cut_and_no_character_is_parted()
    {
        var result = Some.Many(1);

        var line = Lines(result with { Findings = [result.Findings[0] with { Message = string.Concat(Enumerable.Repeat("😀", 5000)) }] })[0];

        line.Length.ShouldBeLessThan(4300);
        line.ShouldEndWith("…");
        line.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0xFFFD);
    }

    private static string[] Lines(AuditResult result) => Report.Of("github", result).TrimEnd('\n').Split('\n');
}
