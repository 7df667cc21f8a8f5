using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Samples;

/// <summary>Results around findings.</summary>
internal static class SampleRuns
{
    public static readonly DateTimeOffset AsOf = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static AuditResult Of(IReadOnlyList<Finding> findings, IReadOnlyList<PolicyResult> policies) => new()
    {
        Tool = new ToolInfo("imsaudit", "0.0.0"),
        Run = new RunInfo
        {
            Id = "run-1",
            AsOf = AsOf,
            StartedAt = AsOf,
            FinishedAt = AsOf.AddMinutes(2),
            Completeness = Completeness.Complete,
            Notes = findings.Count == 0 ? [] : ["The endpoint speaks the dialect of IMS."],
            Listings = [Listing(ImageCategory.Private), Listing(ImageCategory.Public) with { Filtered = true, Drift = ["An image came twice."], Notes = ["It was walked in two stretches."] }],
            Images = findings.Count == 0 ? 0 : 1234,
            PolicySetSha256 = new string('a', 64),
            SnapshotSha256 = findings.Count == 0 ? null : new string('b', 64),
            WaiversSha256 = findings.Count == 0 ? null : new string('c', 64),
        },
        Summary = Summary(findings, policies),
        Policies = policies,
        Findings = findings,
        Waivers = WaiverReport.Empty,
    };

    public static AuditResult Incomplete(AuditResult result) => result with
    {
        Run = result.Run with
        {
            Completeness = Completeness.Incomplete,
            Listings = [result.Run.Listings[0], Listing(ImageCategory.Market) with { Complete = false, Error = "GET /v2/images answered 503 on page 3. Ask again later.", FirstId = null, LastId = null, StartedAt = null, FinishedAt = null, Ended = ListingEnd.Failed }],
        },
        Summary = result.Summary with { Gate = result.Summary.Gate with { Passed = false, ExitCode = 3 } },
    };

    /// <summary>Completeness not known, and judged for a month later.</summary>
    public static AuditResult NotKnown(AuditResult result) => result with
    {
        Run = result.Run with { AsOf = AsOf.AddDays(30), Completeness = Completeness.NotKnown, Notes = ["Completeness not known: the images came from saved responses."], Listings = [] },
    };

    private static Listing Listing(ImageCategory category) => new()
    {
        Scope = category.BelongsToEndpoint() ? new ImageScope(Cloud: null, Region: null, Project: null) : new ImageScope("prod", "cn-north-4", "0f1e2d3c4b5a"),
        Category = category,
        Query = $"__imagetype={category.Name()}",
        Pages = 7,
        Images = 617,
        Complete = true,
        StartedAt = AsOf,
        FinishedAt = AsOf.AddSeconds(20),
        FirstId = "0a1b2c3d",
        LastId = "f0e1d2c3",
        Ended = ListingEnd.NoNext,
    };

    private static ResultSummary Summary(IReadOnlyList<Finding> findings, IReadOnlyList<PolicyResult> policies)
    {
        var evaluated = policies.Sum(policy => policy.Evaluated);
        var fails = findings.Where(finding => finding.Outcome == Outcome.Fail).ToList();
        var exitCode = fails.Exists(finding => finding.Severity >= Severity.High && !finding.Baselined) ? 1 : 0;
        return new ResultSummary
        {
            Images = findings.Count == 0 ? 0 : 1234,
            Policies = policies.Count,
            Findings = Severities.WorstFirst.ToDictionary(severity => severity, severity => fails.Count(finding => finding.Severity == severity)),
            Errors = findings.Count(finding => finding.Outcome == Outcome.Error),
            Waived = findings.Count(finding => finding.Outcome == Outcome.Waived),
            Baselined = findings.Count(finding => finding.Baselined),
            Compliance = evaluated == 0 ? null : (double)policies.Sum(policy => policy.Pass) / evaluated,
            Gate = new GateResult("high", exitCode == 0, exitCode),
        };
    }
}
