using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Impact;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Reporting.Templates;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Differences;

/// <summary>What the templates <c>diff.html</c> and <c>diff.md</c> get.</summary>
internal static class DiffModel
{
    // Findings and images of a kind that a page writes out; JSON has all.
    private const int MostRows = 1000;

    /// <returns>The model, and how many rows it holds.</returns>
    public static (ScriptObject Model, long Rows) Of(Difference difference)
    {
        var words = new DiffWords(WordList.Of(difference.Language));
        return (new ScriptObject
        {
            ["say"] = new SayFunction(words.List),
            ["language"] = difference.Language == "zh" ? "zh" : "en",
            ["tool"] = difference.Tool is { } tool ? $"{tool.Name} {tool.Version}" : null,
            ["state"] = DiffVerdict.StateOf(difference),
            ["sentences"] = new ScriptArray(new[] { words.Findings(difference), words.Images(difference) }.OfType<string>()),
            ["notes"] = new LazyRows<(Caveat Caveat, string Text)>(words.Notes(difference), note => new ScriptObject { ["grave"] = note.Caveat.IsGrave, ["text"] = note.Text }),
            ["failed"] = new LazyRows<(bool IsOld, Listing Listing)>([.. DiffWords.Failed(difference)], failed => OfFailed(failed.IsOld, failed.Listing)),
            ["hasDetails"] = DiffWords.Failed(difference).Any() || difference.Old.Notes.Count + difference.New.Notes.Count > 0,
            ["old"] = OfSide(difference.Old, words),
            ["new"] = OfSide(difference.New, words),
            ["findings"] = difference.Findings is { } findings ? OfFindings(findings, words) : null,
            ["images"] = difference.Images is { } images ? new DiffImagesModel(words, MostRows).Of(images) : null,
        }, RowsOf(difference));
    }

    private static ScriptObject OfFailed(bool isOld, Listing listing) => new()
    {
        ["old"] = isOld,
        ["category"] = listing.Category.Name(),
        ["scope"] = listing.Scope.ToString(),
        ["error"] = listing.Error,
    };

    private static ScriptObject OfSide(Side side, DiffWords words) => new()
    {
        ["at"] = side.At is { } at ? Words.Time(at) : null,
        ["completeness"] = words.Completeness(side),
        ["images"] = side.Images,
        ["run"] = side.Run?.Id,
        ["policySet"] = side.Run?.PolicySetSha256,
        ["snapshot"] = side.SnapshotSha256,
        ["tool"] = side.Tool is { } tool ? $"{tool.Name} {tool.Version}" : null,
        ["notes"] = new ScriptArray(side.Notes),
    };

    private static ScriptObject OfFindings(FindingsDifference findings, DiffWords words)
    {
        var groups = FindingStates.All.Select(state => new DiffFindingsModel(words, state, findings.Of(state), MostRows)).ToList();
        return new ScriptObject
        {
            ["figures"] = new LazyRows<DiffFindingsModel>(groups, group => group.Figure()),
            ["groups"] = new LazyRows<DiffFindingsModel>([.. groups.Where(group => group.Count > 0)], group => group.Group()),
            ["policies"] = new LazyRows<PolicyDifference>(findings.Policies, OfPolicy),
            ["policyCount"] = findings.Policies.Count,
        };
    }

    private static ScriptObject OfPolicy(PolicyDifference policy) => new()
    {
        ["id"] = policy.Id,
        ["title"] = policy.Title,
        ["change"] = policy.Change.Name(),
        ["severity"] = (policy.To ?? policy.From)!.Value.Name(),
        ["severityBefore"] = policy is { From: { } from, To: { } to } && from != to ? from.Name() : null,
    };

    private static long RowsOf(Difference difference)
    {
        var findings = difference.Findings?.Changes.Sum(change => 2L + change.Latest.Reasons.Count) ?? 0;
        var images = difference.Images is { } all
            ? all.Added.Count + all.Removed.Count + all.NotSeenBefore.Count + all.NotSeenSince.Count + all.Changed.Sum(image => 2L + image.Fields.Sum(field => 1L + field.Policies.Count))
            : 0;
        return findings + images + difference.Old.Listings.Count + difference.New.Listings.Count + (difference.Findings?.Policies.Count ?? 0);
    }
}
