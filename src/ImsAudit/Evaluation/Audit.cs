using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Waivers;

namespace ImsAudit.Evaluation;

/// <summary>The pipeline: inventory, policies, findings, result.</summary>
public static class Audit
{
    /// <param name="clock">Gives the time at which the audit finished.</param>
    public static async Task<AuditResult> RunAsync(
        PolicySet policies, IInventory inventory, AuditOptions options, TimeProvider clock, CancellationToken cancellationToken = default)
    {
        var findings = new List<Finding>();
        var byId = policies.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        var waivers = new WaiverLedger(options.Waivers?.Waivers ?? [], options.AsOf);
        var gate = new GateTally(options.Gate, options.AsOf);
        var tally = new FindingTally(gate);
        void Found(Finding finding)
        {
            finding = options.Baseline?.Mark(finding, byId[finding.Policy]) ?? finding;
            finding = options.Known?.Mark(finding) ?? finding;
            tally.Add(finding);
            (options.Stream ?? findings.Add)(finding);
        }
        var evaluator = new PolicyEvaluator(policies, inventory, (options.AsOf, options.Language), Found, waivers);
        var images = await evaluator.RunAsync(cancellationToken);
        var results = evaluator.Results(options.Language);
        findings.Sort(FindingOrder.Instance);
        var result = Conclude(policies, inventory, options, (images, results, tally, gate, clock.GetUtcNow()));
        return result with
        {
            Findings = findings,
            Waivers = waivers.Report,
            Baseline = options.Baseline?.Report(policies.Policies, inventory.Listings, result.Run.Completeness == Completeness.Complete),
        };
    }

    /// <summary>The result without its findings.</summary>
    internal static AuditResult Conclude(
        PolicySet policies, IInventory inventory, AuditOptions options, (long Images, IReadOnlyList<PolicyResult> Policies, FindingTally Findings, GateTally Gate, DateTimeOffset FinishedAt) seen)
    {
        var byId = policies.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        var (completeness, notes) = CompletenessOf(inventory, options, seen.Images);
        return new AuditResult
        {
            Tool = options.Tool,
            Run = new RunInfo
            {
                Id = options.RunId,
                AsOf = options.AsOf,
                StartedAt = options.StartedAt,
                FinishedAt = seen.FinishedAt,
                Completeness = completeness,
                Notes = notes,
                Listings = inventory.Listings,
                Images = seen.Images,
                Language = options.Language,
                PolicySetSha256 = PolicySetHash.Of(policies),
                SnapshotSha256 = inventory.SnapshotSha256,
                WaiversSha256 = options.Waivers?.Sha256,
            },
            Summary = Summarize(seen.Images, seen.Policies, seen.Findings, GateOf(completeness, seen.Gate, options)),
            Policies = [.. seen.Policies.Select(result => result with { Source = PolicySource.Of(byId[result.Id], options.WorkingFolder) })],
            Findings = [],
            Waivers = WaiverReport.Empty,
        };
    }

    private static (Completeness, IReadOnlyList<string>) CompletenessOf(IInventory inventory, AuditOptions options, long images)
    {
        var notes = new List<string>(inventory.Notes);
        var completeness = inventory.Completeness;
        var expected = inventory.Listings.Count == 0 || inventory.Listings.Any(listing => listing.Category is Images.ImageCategory.Private or Images.ImageCategory.Public);
        if (images == 0 && expected && !options.AllowEmpty)
        {
            completeness = Completeness.Incomplete;
            notes.Insert(0, "Not one image was found, which is more likely a wrong project, region or permission than an empty cloud. If it is right, say --allow-empty.");
        }
        if (completeness == Completeness.NotKnown && options.RequireComplete)
            notes.Insert(0, "Completeness is required (--require-complete), but saved responses cannot prove it: scan the endpoint, or a snapshot.");
        return (completeness, notes);
    }

    private static GateResult GateOf(Completeness completeness, GateTally gate, AuditOptions options)
    {
        var incomplete = completeness == Completeness.Incomplete || (completeness == Completeness.NotKnown && options.RequireComplete);
        var exitCode = incomplete ? 3 : gate.Closes ? 1 : 0;
        return new GateResult(options.Gate.FailOnName, exitCode == 0, exitCode) { History = gate.History };
    }

    private static ResultSummary Summarize(long images, IReadOnlyList<PolicyResult> policies, FindingTally findings, GateResult gate)
    {
        var evaluated = policies.Sum(policy => policy.Evaluated);
        return new ResultSummary
        {
            Images = images,
            Policies = policies.Count,
            Findings = findings.Fails,
            Errors = findings.Errors,
            Waived = findings.Waived,
            Baselined = findings.Baselined,
            Compliance = evaluated == 0 ? null : (double)policies.Sum(policy => policy.Pass) / evaluated,
            Gate = gate,
        };
    }
}
