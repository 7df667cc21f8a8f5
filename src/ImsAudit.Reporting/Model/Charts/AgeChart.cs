using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model.Charts;

/// <summary>How old findings are: since they were first seen, where that is known of any; else how old their images are.</summary>
internal static class AgeChart
{
    private const string NotKnown = "unknown";

    // The last day of each, counted back from the moment of the audit.
    private static readonly (string Key, double Days)[] s_ages =
        [("days30", 30), ("days90", 90), ("days180", 180), ("year1", 365), ("years2", 730), ("older", double.PositiveInfinity)];

    public static bool IsSinceFirstSeen(IReadOnlyList<Finding> findings) => findings.Any(finding => finding.FirstSeen is not null);

    public static ScriptArray Of(IReadOnlyList<Finding> findings, DateTimeOffset asOf, WordList words)
    {
        var counts = new FindingCounts();
        var firstSeen = IsSinceFirstSeen(findings);
        foreach (var finding in findings) counts.Add(KeyOf(firstSeen ? finding.FirstSeen : FindingTexts.CreatedAt(finding), asOf), finding.Severity);
        var keys = s_ages.Select(age => age.Key).Where(_ => findings.Count > 0).ToList();
        if (counts.Of(NotKnown) > 0) keys.Add(NotKnown);
        return counts.Rows([.. keys.Select(key => (key, words.Say("age." + key)))]);
    }

    private static string KeyOf(DateTimeOffset? since, DateTimeOffset asOf) =>
        since is { } time ? s_ages.First(age => (asOf - time).TotalDays <= age.Days).Key : NotKnown;
}
