using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>One policy's findings in the text report.</summary>
internal static class TextFindings
{
    /// <param name="most">How many findings at most; null for all.</param>
    public static void Write(TextPage page, PolicyGroup group, int? most)
    {
        var policy = group.Policy;
        page.Blank();
        page.Line($"{policy.Severity.Name().ToUpperInvariant()}  {policy.Id}: {policy.Title}", style: TextStyles.Of(policy.Severity).Combine(TextStyles.Bold));
        page.Line($"{Words.Number(policy.Fail)} fail, {Words.Number(policy.Error)} error, {Words.Number(policy.Waived)} waived, {Words.Number(policy.Pass)} pass, {Words.Number(policy.NotApplicable)} not applicable", style: TextStyles.Quiet);
        foreach (var finding in group.Findings.Take(most ?? int.MaxValue)) Write(page, finding);
        if (group.Findings.Count > most) page.Line($"… and {Words.Number(group.Findings.Count - most.Value)} more. All are in a file: --output text=FILE, or html, csv, json.", indent: 2);
        foreach (var paragraph in Paragraphs(policy.Remediation)) page.Line($"To do: {paragraph}", indent: 2);
    }

    private static void Write(TextPage page, Finding finding)
    {
        page.Line(Head(finding), indent: 2);
        if (finding.Waiver is { } waiver) page.Line($"waived until {Words.Day(waiver.Expires)} by {waiver.Owner}: {Words.Reason(waiver.Reason, waiver.Ticket)}", indent: 4);
        foreach (var reason in finding.Reasons) page.Line(Words.Reason(reason), indent: 4);
        if (Words.OwnMessage(finding) is { } message) page.Line(message, indent: 4);
        foreach (var image in finding.Images ?? []) page.Line($"- {Image(image)}", indent: 4);
    }

    private static string Head(Finding finding)
    {
        var marks = (finding.Outcome == Outcome.Fail ? "" : $"[{finding.Outcome.Name()}] ") + (finding.Baselined ? "[in the baseline] " : "");
        return marks + (finding.Image is { } image ? Image(image) : Words.Group(finding)) + Age(finding);
    }

    private static string Age(Finding finding) => finding switch
    {
        { AgeDays: null } => "",
        { New: true, AgeDays: 0 } => "  (new)",
        // It was open, and waived: what is new is that nothing covers it any more.
        _ => $"  ({(finding.New ? "new again, " : "")}open for {Words.Count(finding.AgeDays!.Value, "day")})",
    };

    private static string Image(FindingImage image)
    {
        var name = string.IsNullOrEmpty(image.Name) ? "(no name)" : image.Name;
        var scope = Words.Scope(image);
        return $"{name}  {image.Id}  {image.Category}{(scope.Length == 0 ? "" : $"  {scope}")}";
    }

    private static string[] Paragraphs(string? text) =>
        text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
