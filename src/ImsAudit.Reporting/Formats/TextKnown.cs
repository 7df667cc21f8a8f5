using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;
using Spectre.Console;

namespace ImsAudit.Reporting.Formats;

/// <summary>Waivers that did nothing and what is gone since the baseline, in the text report.</summary>
internal static class TextKnown
{
    /// <param name="most">How many of what is gone at most; null for all.</param>
    public static void Write(TextPage page, AuditResult result, int? most)
    {
        WriteWaivers(page, "expired and waives nothing", result.Waivers.Expired);
        WriteWaivers(page, result.Run.Completeness == Completeness.Incomplete ? "matched nothing that was seen" : "matched nothing", result.Waivers.Unused);
        if (result.Baseline is { } baseline) WriteBaseline(page, baseline, result.Run.Completeness, most);
    }

    private static void WriteWaivers(TextPage page, string what, IReadOnlyList<WaiverNote> notes)
    {
        foreach (var note in notes)
            page.Line($"Waiver {what}: {note.Policy} for {note.Image} (owner {note.Owner}, until {Words.Day(note.Expires)}): {Words.Reason(note.Reason, note.Ticket)}", style: TextStyles.Warning);
    }

    private static void WriteBaseline(TextPage page, BaselineReport baseline, Completeness completeness, int? most)
    {
        if (completeness != Completeness.Complete)
        {
            page.Line($"Baseline {baseline.RunId}: what is fixed since cannot be told, because not everything is known to have been seen.");
            return;
        }
        page.Line($"Baseline {baseline.RunId}: {Words.Count(baseline.Fixed.Count, "violation")} fixed since.", style: baseline.Fixed.Count > 0 ? TextStyles.Good : Style.Plain);
        foreach (var gone in baseline.Fixed.Take(most ?? int.MaxValue))
            page.Line($"fixed: {gone.Policy} ({gone.Severity.Name()})  {Words.Subject(gone)}{(gone.ImageId is null || gone.ImageId == Words.Subject(gone) ? "" : $"  {gone.ImageId}")}", indent: 2);
        if (baseline.Fixed.Count > most) page.Line($"… and {Words.Number(baseline.Fixed.Count - most.Value)} more.", indent: 2);
    }
}
