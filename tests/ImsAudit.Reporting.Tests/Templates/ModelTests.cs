using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Templates;

public sealed class ModelTests
{
    [Fact]
    public void Policies_with_open_findings_come_first_and_the_worst_of_them_first()
    {
        List<Finding> findings =
        [
            Some.Finding("a-waived", ImsAudit.Policies.Severity.Critical, outcome: Outcome.Waived),
            Some.Finding("b-low", ImsAudit.Policies.Severity.Low),
            Some.Finding("c-high", ImsAudit.Policies.Severity.High),
            Some.Finding("d-not-listed", ImsAudit.Policies.Severity.Medium),
        ];
        var result = Some.Empty() with
        {
            Findings = findings,
            Policies = [Some.Policy("a-waived", ImsAudit.Policies.Severity.Critical, findings), Some.Policy("b-low", ImsAudit.Policies.Severity.Low, findings), Some.Policy("c-high", ImsAudit.Policies.Severity.High, findings), Some.Policy("e-clean", ImsAudit.Policies.Severity.Critical)],
        };

        PolicyGroup.WorstFirst(result, showWaived: true).Select(group => group.Policy.Id).ShouldBe(["c-high", "d-not-listed", "b-low", "a-waived", "e-clean"]);
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.0, "0.0 %")]
    [InlineData(0.9748, "97.4 %")]
    [InlineData(0.99999, "99.9 %")]
    [InlineData(1.0, "100 %")]
    public void Only_a_whole_is_called_100_percent(double? share, string words) => Words.Percent(share).ShouldBe(words);

    [Fact]
    public void Gate_counts_neither_waived_nor_baselined_nor_lesser_findings()
    {
        var result = Some.Many(100);

        Verdict.Of(result).Gate.ShouldBe("The gate is not passed: 37 violations and 1 that could not be decided at or above severity high (exit code 1).");
    }

    [Theory]
    [InlineData("cmk is missing, expected not empty; status is active, expected equals \"\"")]
    [InlineData("cannot be decided: cmk is missing, expected not empty; status is active, expected equals \"\"")]
    [InlineData("cmk为缺失，应为not empty；status为active，应为equals \"\"")]
    [InlineData("无法判断：cmk的值缺失，要求not empty；status的值active，要求equals \"\"")]
    public void Message_that_only_repeats_the_reasons_is_not_shown_a_second_time(string message)
    {
        var finding = Some.Finding("p", ImsAudit.Policies.Severity.Low) with
        {
            Reasons = [new Reason("cmk", JsonText.Null, "not empty"), new Reason("status", JsonText.OfString("active"), "equals \"\"")],
        };

        Words.OwnMessage(finding with { Message = message }).ShouldBeNull();
        Words.OwnMessage(finding with { Message = "Encrypt it." }).ShouldBe("Encrypt it.");
    }
}
