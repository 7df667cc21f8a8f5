using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>Findings counted: of everything, of a severity, of a project, of an owner.</summary>
/// <param name="Key">What they have in common; empty for all of them.</param>
public sealed record WeeklyTally(string Key, IReadOnlyList<WeeklyFinding> Findings)
{
    /// <summary>Those that are there, and that no waiver covers.</summary>
    public int Open => Findings.Count(finding => finding.IsOpen);

    /// <summary>Of the open ones those that were first seen in the period; <see cref="Back"/> came back in it.</summary>
    public int New => Findings.Count(finding => finding is { IsOpen: true, IsNew: true });

    public int Back => Findings.Count(finding => finding is { IsOpen: true, IsBack: true });

    public int Still => Open - New - Back;

    public int Fixed => Findings.Count(finding => finding.IsFixed);

    public int Undecided => Findings.Count(finding => finding is { IsOpen: true, Outcome: Outcome.Error });

    public int Waived => Findings.Count(finding => finding is { FixedAt: null, Outcome: Outcome.Waived });

    /// <summary>Open ones of severity critical or high.</summary>
    public int Grave => Findings.Count(finding => finding.IsOpen && finding.Policy.Severity >= Severity.High);

    /// <summary>Of the open ones; null when there is none.</summary>
    public TimeSpan? MeanAge => Mean(Findings.Where(finding => finding.IsOpen));

    public TimeSpan? WorstAge => Worst(Findings.Where(finding => finding.IsOpen));

    /// <summary>From first seen to fixed, of those that were fixed in the period; null when none was.</summary>
    public TimeSpan? MeanTimeToFix => Mean(Findings.Where(finding => finding.IsFixed));

    public TimeSpan? WorstTimeToFix => Worst(Findings.Where(finding => finding.IsFixed));

    public static WeeklyTally All(WeeklyReport report) => new("", report.Findings);

    /// <summary>Every severity, the worst first.</summary>
    public static IReadOnlyList<WeeklyTally> BySeverity(WeeklyReport report)
    {
        var findings = report.Findings.ToLookup(finding => finding.Policy.Severity);
        return [.. Severities.WorstFirst.Select(severity => new WeeklyTally(severity.Name(), [.. findings[severity]]))];
    }

    /// <summary>By cloud, region and project; those with the most grave findings first. What belongs to no place has an empty key.</summary>
    public static IReadOnlyList<WeeklyTally> ByPlace(WeeklyReport report) => By(report, finding => finding.Subject.Scope.ToString());

    /// <summary>By the owner tag; what has none has an empty key.</summary>
    public static IReadOnlyList<WeeklyTally> ByOwner(WeeklyReport report) => By(report, finding => finding.Subject.Owner ?? "");

    private static List<WeeklyTally> By(WeeklyReport report, Func<WeeklyFinding, string> key) =>
        [.. report.Findings.GroupBy(key, StringComparer.Ordinal).Select(group => new WeeklyTally(group.Key, [.. group]))
            .OrderByDescending(tally => tally.Grave).ThenByDescending(tally => tally.Open).ThenBy(tally => tally.Key, StringComparer.Ordinal)];

    private static TimeSpan? Mean(IEnumerable<WeeklyFinding> findings)
    {
        var (count, days) = (0L, 0.0);
        foreach (var finding in findings) (count, days) = (count + 1, days + finding.Age.TotalDays);
        return count == 0 ? null : TimeSpan.FromDays(days / count);
    }

    private static TimeSpan? Worst(IEnumerable<WeeklyFinding> findings)
    {
        TimeSpan? worst = null;
        foreach (var finding in findings)
            if (worst is null || finding.Age > worst)
                worst = finding.Age;
        return worst;
    }
}
