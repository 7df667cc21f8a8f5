using ImsAudit.Inventories;
using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model;

/// <summary>What changed since the baseline, for templates.</summary>
internal static class ChangesModel
{
    private const int MostListed = 10;

    public static ScriptObject Of(AuditResult result, BaselineReport baseline, WordList words)
    {
        var fresh = result.Findings.Where(finding => finding.Outcome == Outcome.Fail && !finding.Baselined).ToList();
        return new ScriptObject
        {
            ["new"] = new LazyRows<Finding>([.. fresh.Take(MostListed)], finding => OfNew(finding, words)),
            ["newCount"] = fresh.Count,
            ["newLeftOut"] = Math.Max(0, fresh.Count - MostListed),
            ["fixedCount"] = result.Run.Completeness == Completeness.Complete ? baseline.Fixed.Count : null,
            ["stillOpenCount"] = result.Findings.Count(finding => finding.Outcome == Outcome.Fail && finding.Baselined),
        };
    }

    private static ScriptObject OfNew(Finding finding, WordList words) => new()
    {
        ["fingerprint"] = finding.Fingerprint,
        ["severity"] = Policies.Severities.Name(finding.Severity),
        ["policy"] = finding.Policy,
        ["subject"] = FindingTexts.Name(finding, words),
    };
}
