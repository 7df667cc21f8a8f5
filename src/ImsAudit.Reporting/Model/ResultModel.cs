using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model.Charts;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model;

/// <summary>What templates get: the result's members under the names of its JSON, and what they would else have to work out.</summary>
internal static class ResultModel
{
    /// <param name="showWaived">The policies' findings hold the waived ones too.</param>
    public static ScriptObject Of(AuditResult result, bool showWaived)
    {
        var groups = PolicyGroup.WorstFirst(result, showWaived);
        var words = WordList.Of(result.Run.Language);
        var pages = new FindingPages(groups, words, result.Baseline is not null);
        return new ScriptObject
        {
            ["say"] = new SayFunction(words),
            ["tool"] = new ScriptObject { ["name"] = result.Tool.Name, ["version"] = result.Tool.Version },
            ["verdict"] = OfVerdict(result),
            ["run"] = OfRun(result.Run),
            ["summary"] = OfSummary(result.Summary, groups, showWaived),
            ["charts"] = new Deferred(() => ChartsModel.Of(result, words)),
            ["changes"] = result.Baseline is { } since ? ChangesModel.Of(result, since, words) : null,
            ["policies"] = new LazyRows<PolicyGroup>(groups, new PolicyModel(words, pages).Of),
            ["findings"] = OfFindings(groups, pages),
            ["waivers"] = WaiverModel.Of(result.Waivers),
            ["baseline"] = result.Baseline is { } baseline ? BaselineModel.Of(baseline) : null,
        };
    }

    private static ScriptObject OfFindings(IReadOnlyList<PolicyGroup> groups, FindingPages pages) => new()
    {
        ["count"] = groups.Sum(group => group.Findings.Count),
        ["perPage"] = pages.Size,
        ["leftOut"] = new Deferred(() => pages.LeftOut),
        ["withoutFields"] = new Deferred(() => pages.WithoutFields),
        ["data"] = new Deferred(() => pages.Data),
    };

    private static ScriptObject OfVerdict(AuditResult result)
    {
        var verdict = Verdict.Of(result);
        return new ScriptObject
        {
            ["state"] = verdict.State,
            ["completeness"] = verdict.Completeness,
            ["gate"] = verdict.Gate,
            ["forecast"] = verdict.Forecast,
            ["sentences"] = new ScriptArray(verdict.Sentences),
        };
    }

    private static ScriptObject OfRun(RunInfo run) => new()
    {
        ["id"] = run.Id,
        ["asOf"] = Words.Time(run.AsOf),
        ["startedAt"] = Words.Time(run.StartedAt),
        ["finishedAt"] = Words.Time(run.FinishedAt),
        ["complete"] = run.Completeness == Completeness.NotKnown ? null : run.Completeness == Completeness.Complete,
        ["notes"] = new ScriptArray(run.Notes),
        ["listings"] = new LazyRows<Listing>(run.Listings, ListingModel.Of),
        ["listingCount"] = run.Listings.Count,
        ["failedListings"] = new LazyRows<Listing>([.. run.Listings.Where(listing => !listing.Complete)], ListingModel.Of),
        ["failedListingCount"] = run.Listings.Count(listing => !listing.Complete),
        ["images"] = run.Images,
        ["language"] = run.Language == "zh" ? "zh" : "en",
        ["policySetSha256"] = run.PolicySetSha256,
        ["snapshotSha256"] = run.SnapshotSha256,
        ["waiversSha256"] = run.WaiversSha256,
    };

    private static ScriptObject OfSummary(ResultSummary summary, IReadOnlyList<PolicyGroup> groups, bool showWaived) => new()
    {
        ["images"] = summary.Images,
        ["policies"] = summary.Policies,
        ["findings"] = new LazyRows<Severity>(Severities.WorstFirst, severity => new ScriptObject
        {
            ["severity"] = severity.Name(),
            ["count"] = summary.Findings.GetValueOrDefault(severity),
        }),
        ["violations"] = summary.Findings.Values.Sum(count => (long)count),
        ["errors"] = summary.Errors,
        ["waived"] = summary.Waived,
        ["showWaived"] = showWaived,
        ["baselined"] = summary.Baselined,
        ["compliance"] = Words.Percent(summary.Compliance),
        ["policiesWithFindings"] = groups.Count(group => group.Findings.Count > 0),
        ["gate"] = new ScriptObject
        {
            ["failOn"] = summary.Gate.FailOn,
            ["passed"] = summary.Gate.Passed,
            ["exitCode"] = summary.Gate.ExitCode,
        },
    };
}
