using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>Severity (worst first), policy, cloud, region, project, name, id; groups by their key.</summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static FindingOrder Instance { get; } = new();

    public int Compare(Finding? x, Finding? y)
    {
        var bySeverity = y!.Severity.CompareTo(x!.Severity);
        if (bySeverity != 0) return bySeverity;
        foreach (var (left, right) in Keys(x).Zip(Keys(y)))
            if (string.CompareOrdinal(left, right) is not 0 and var order)
                return order;
        return 0;
    }

    private static IEnumerable<string?> Keys(Finding finding)
    {
        yield return finding.Policy;
        yield return finding.Image?.Cloud;
        yield return finding.Image?.Region;
        yield return finding.Image?.Project;
        yield return finding.Image?.Name;
        yield return finding.Image?.Id;
        yield return finding.Fingerprint;
    }
}
