using ImsAudit.Differences;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Differences;

/// <summary>The findings of one state, for templates.</summary>
/// <param name="most">How many rows are written out.</param>
internal sealed class DiffFindingsModel(DiffWords words, FindingState state, IReadOnlyList<FindingChange> changes, int most)
{
    public int Count => changes.Count;

    public ScriptObject Figure() => new()
    {
        ["state"] = state.Name(),
        ["title"] = words.Heading(state),
        ["label"] = words.Label(state),
        ["count"] = changes.Count,
        // The five that everybody asks for stand there even when they are 0.
        ["always"] = state is FindingState.New or FindingState.Fixed or FindingState.StillOpen or FindingState.WaivedSince or FindingState.Unwaived,
        ["tone"] = changes.Count == 0 ? "none" : state switch
        {
            FindingState.New or FindingState.Unwaived => "worse",
            FindingState.Fixed => "better",
            FindingState.UndecidedSince or FindingState.NotSeenSince or FindingState.NotSeenBefore => "medium",
            _ => "",
        },
    };

    public ScriptObject Group()
    {
        var group = Figure();
        group["folded"] = state is FindingState.StillOpen or FindingState.StillWaived;
        group["notSeen"] = state is FindingState.NotSeenSince or FindingState.NotSeenBefore;
        group["leftOut"] = Math.Max(0, changes.Count - most);
        group["rows"] = new LazyRows<FindingChange>([.. changes.Take(most)], OfChange);
        return group;
    }

    private ScriptObject OfChange(FindingChange change)
    {
        var finding = change.Latest;
        return new ScriptObject
        {
            ["fingerprint"] = finding.Fingerprint,
            ["severity"] = finding.Severity.Name(),
            ["outcome"] = finding.Outcome.Name(),
            ["policy"] = finding.Policy,
            ["policyChanged"] = change.PolicyChanged,
            ["move"] = words.Move(change),
            ["notSeen"] = words.Why(change.Why),
            ["gone"] = change.New is null,
            ["name"] = FindingTexts.Name(finding, words.List),
            ["id"] = finding.Image?.Id,
            ["where"] = FindingTexts.Where(finding, words.List),
            ["categories"] = string.Join(", ", FindingTexts.Categories(finding)),
            ["reasons"] = new LazyRows<Reason>(finding.Reasons, OfReason),
            ["message"] = Words.OwnMessage(finding),
            ["waived"] = FindingTexts.Waiver(finding, words.List),
        };
    }

    private static ScriptObject OfReason(Reason reason) => new()
    {
        ["field"] = reason.Field,
        ["missing"] = reason.Actual.IsNull,
        ["actual"] = reason.Actual.IsNull ? "" : DiffWords.Value(reason.Actual),
        ["expected"] = reason.Expected,
    };
}
