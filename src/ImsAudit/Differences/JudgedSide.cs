using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>The findings of one result, and what it would have found.</summary>
internal sealed class JudgedSide
{
    private readonly Dictionary<string, Finding> _findings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _policies;
    private readonly Sight _sight;

    // Policies of which some group could not be judged: which images it would have named is not known.
    private readonly HashSet<string> _undecided;

    public JudgedSide(AuditResult result)
    {
        foreach (var finding in result.Findings)
            if (!_findings.TryAdd(finding.Fingerprint, finding))
                Repeated++;
        _sight = Side.Of(result).Sight;
        // A result that was cut by hand may lack a policy; who has a finding of it was judged by it.
        _policies = result.Policies.Select(policy => policy.Id).Concat(result.Findings.Select(finding => finding.Policy)).ToHashSet(StringComparer.Ordinal);
        _undecided = result.Findings.Where(finding => finding is { Outcome: Outcome.Error, Image: null }).Select(finding => finding.Policy).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>How many findings have a fingerprint that one before them has; they are passed over.</summary>
    public int Repeated { get; }

    public IReadOnlyDictionary<string, Finding> Findings => _findings;

    public bool IsJudgedBy(string policy) => _policies.Contains(policy);

    /// <summary>Why a finding of the other side may be here unseen; null when it would have been made here, were it so.</summary>
    public Unseen? WhyNot(Finding finding, JudgedSide other)
    {
        if (_undecided.Contains(finding.Policy)) return Unseen.Undecided;
        if (finding.Image is not { } image) return _sight.OfAll(other._sight);
        var categories = new List<ImageCategory>();
        foreach (var name in image.Categories)
        {
            // A category of a later version: whether it was looked at is not known here.
            if (!ImageCategories.TryParse(name, out var category)) return Unseen.NotAsked;
            categories.Add(category);
        }
        return _sight.Of(new ImageScope(image.Cloud, image.Region, image.Project), categories, other._sight);
    }
}
