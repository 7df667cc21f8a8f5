using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model.Charts;

/// <summary>The counts behind the charts, for templates.</summary>
internal static class ChartsModel
{
    public static ScriptObject Of(AuditResult result, WordList words)
    {
        var open = result.Findings.Where(finding => finding.Outcome != Outcome.Waived).ToList();
        return new ScriptObject
        {
            ["severities"] = SeverityChart.Of(result.Policies, words),
            ["ages"] = AgeChart.Of(open, result.Run.AsOf, words),
            ["ageOf"] = AgeChart.IsSinceFirstSeen(open) ? "finding" : "image",
            ["categories"] = CategoryChart.Of(open),
        };
    }
}
