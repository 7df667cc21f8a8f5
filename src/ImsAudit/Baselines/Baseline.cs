using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Baselines;

/// <summary>The fails of an earlier result: known, and to be worked off; they do not close the gate.</summary>
public sealed class Baseline
{
    private readonly string _runId;
    private readonly IReadOnlyList<Listing> _listings;
    private readonly Dictionary<string, Finding> _fails;
    private readonly HashSet<string> _still = new(StringComparer.Ordinal);

    // Policies of which some group could not be judged: which one it would have been is not known.
    private readonly HashSet<string> _undecided = new(StringComparer.Ordinal);

    /// <summary>The file that the earlier result was read from; empty when there was none.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; init; }

    public Baseline(AuditResult earlier)
    {
        _runId = earlier.Run.Id;
        _listings = earlier.Run.Listings;
        // Errors are no known fails, and a waived fail is the waiver's business: neither is silenced.
        _fails = earlier.Findings.Where(finding => finding.Outcome == Outcome.Fail).DistinctBy(finding => finding.Fingerprint).ToDictionary(finding => finding.Fingerprint, StringComparer.Ordinal);
    }

    /// <summary>The finding, marked when it is a fail that was there before and its policy may be silenced.</summary>
    public Finding Mark(Finding finding, Policy policy)
    {
        if (finding is { Outcome: Outcome.Error, Image: null }) _undecided.Add(finding.Policy);
        if (!_fails.ContainsKey(finding.Fingerprint)) return finding;
        _still.Add(finding.Fingerprint);
        return finding.Outcome == Outcome.Fail && policy.Waivable ? finding with { Baselined = true } : finding;
    }

    /// <summary>What is gone, after every finding was marked. Nothing is, when the scan may not have seen it or its policy was not evaluated.</summary>
    /// <param name="listings">What the scan asked for.</param>
    public BaselineReport Report(IEnumerable<Policy> policies, IReadOnlyList<Listing> listings, bool complete)
    {
        if (!complete) return new BaselineReport(_runId, []);
        var evaluated = policies.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        var seen = new SeenAgain(_listings, listings);
        var gone = _fails.Values.Where(finding => !_still.Contains(finding.Fingerprint) && evaluated.Contains(finding.Policy)
            && !(finding.Image is null && _undecided.Contains(finding.Policy)) && seen.Of(finding));
        return new BaselineReport(_runId, [.. gone.Select(finding => new FixedFinding(finding.Fingerprint, finding.Policy, finding.Severity, finding.Image?.Id, SubjectOf(finding)))]);
    }

    private static string? SubjectOf(Finding finding) =>
        finding.Image is { } image ? image.Name ?? image.Id : string.Join(", ", finding.Group?.Select(pair => $"{pair.Key} {pair.Value.Display}") ?? []);
}
