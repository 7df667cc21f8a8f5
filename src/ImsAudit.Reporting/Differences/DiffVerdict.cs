using ImsAudit.Differences;
using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Differences;

/// <summary>What a reader with ten seconds must know: was everything seen, and is it worse than before.</summary>
internal static class DiffVerdict
{
    /// <summary><c>incomplete</c>, <c>unknown</c>, <c>worse</c>, <c>better</c> (not worse), <c>changed</c> (images differ) or <c>same</c>.</summary>
    public static string StateOf(Difference difference)
    {
        if (difference.IsIncomplete) return "incomplete";
        if (difference.Findings is { } findings && findings.Changes.Any(IsWorse)) return "worse";
        if (difference.Old.Completeness == Completeness.NotKnown || difference.New.Completeness == Completeness.NotKnown) return "unknown";
        if (difference.Findings is not null) return "better";
        return difference.Images is { Added.Count: 0, Removed.Count: 0, Changed.Count: 0, NotSeenBefore.Count: 0, NotSeenSince.Count: 0, NotCompared.Count: 0 } ? "same" : "changed";
    }

    private static bool IsWorse(FindingChange change) => change.State switch
    {
        FindingState.New or FindingState.UndecidedSince or FindingState.Unwaived => true,
        FindingState.Changed => change.New!.Severity > change.Old!.Severity || change.New.Outcome == Outcome.Fail && change.Old.Outcome == Outcome.Error,
        _ => false,
    };
}
