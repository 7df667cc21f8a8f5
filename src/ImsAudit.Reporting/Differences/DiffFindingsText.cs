using ImsAudit.Differences;
using ImsAudit.Impact;
using ImsAudit.Policies;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Model;

namespace ImsAudit.Reporting.Differences;

/// <summary>What became of findings and policies, in the text.</summary>
internal static class DiffFindingsText
{
    /// <param name="most">How many of each kind at most; null for all.</param>
    public static void Write(TextPage page, FindingsDifference findings, DiffWords words, int? most)
    {
        foreach (var state in FindingStates.All)
        {
            var changes = findings.Of(state);
            if (changes.Count == 0) continue;
            page.Blank();
            page.Line($"{words.Heading(state)}: {Words.Number(changes.Count)}", style: TextStyles.Bold);
            foreach (var change in changes.Take(most ?? int.MaxValue)) Write(page, change, words);
            if (changes.Count > most) page.Line($"… and {Words.Number(changes.Count - most.Value)} more. All are in a file: --output text=FILE, or html, json.", indent: 2);
        }
        if (findings.Policies.Count > 0) WritePolicies(page, findings.Policies);
    }

    private static void Write(TextPage page, FindingChange change, DiffWords words)
    {
        var finding = change.Latest;
        var head = $"{finding.Severity.Name().ToUpperInvariant()}  {finding.Policy}: {FindingSentence.Subject(finding)}";
        var move = words.Move(change) is { } text ? $"  {text}" : "";
        page.Line(head + move + (change.PolicyChanged ? "  [its policy changed]" : ""), indent: 2, TextStyles.Of(finding.Severity));
        if (change.Why is not null) page.Line(words.Why(change.Why), indent: 4);
        if (change.State is FindingState.StillOpen or FindingState.StillWaived) return;
        if (FindingSentence.Why(finding) is { Length: > 0 } why) page.Line(change.New is null ? $"was: {why}" : why, indent: 4);
        if (FindingSentence.Waiver(finding) is { Length: > 0 } waiver) page.Line(waiver, indent: 4);
    }

    private static void WritePolicies(TextPage page, IReadOnlyList<PolicyDifference> policies)
    {
        page.Blank();
        page.Line($"Policies that differ: {Words.Number(policies.Count)}", style: TextStyles.Bold);
        foreach (var policy in policies) page.Line($"{policy.Change.Name()}: {policy.Id} ({Severity(policy)}): {policy.Title}", indent: 2);
    }

    private static string Severity(PolicyDifference policy) => policy is { From: { } from, To: { } to } && from != to
        ? $"{from.Name()}, now {to.Name()}"
        : (policy.To ?? policy.From)!.Value.Name();
}
