using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model.Charts;

/// <summary>In which categories the findings are; an image of several is counted in each.</summary>
internal static class CategoryChart
{
    public static ScriptArray Of(IReadOnlyList<Finding> findings)
    {
        var counts = new FindingCounts();
        foreach (var finding in findings)
            foreach (var category in FindingTexts.Categories(finding))
                counts.Add(category, finding.Severity);
        return counts.Rows([.. counts.Keys.OrderByDescending(counts.Of).ThenBy(key => key, StringComparer.Ordinal).Select(key => (key, key))]);
    }
}
