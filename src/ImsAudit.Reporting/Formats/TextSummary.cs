using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;
using Spectre.Console;

namespace ImsAudit.Reporting.Formats;

/// <summary>The head of the text report: the verdict, what was not seen, the counts.</summary>
internal static class TextSummary
{
    public static void Write(TextPage page, AuditResult result, ReportOptions options)
    {
        var verdict = Verdict.Of(result);
        foreach (var sentence in verdict.Sentences) page.Line(sentence, style: StyleOf(verdict));
        foreach (var note in result.Run.Notes) page.Line(note);
        foreach (var listing in result.Run.Listings.Where(listing => !listing.Complete))
            page.Line($"{listing.Category.Name()} of {TextListings.Scope(listing.Scope)}: {listing.Error}", indent: 2);
        TextListings.Write(page, result.Run, options.Verbose);
        // The table begins with an empty line of its own.
        WriteCounts(page, result.Summary);
        if (result.Summary.Waived > 0 && !options.ShowWaived) page.Line("Waived violations are not listed; --show-waived lists them.", style: TextStyles.Quiet);
        TextKnown.Write(page, result, options.FindingsPerPolicy);
        page.Line($"As of {Words.Time(result.Run.AsOf)}, policy set {result.Run.PolicySetSha256}, {result.Tool.Name} {result.Tool.Version}.", style: TextStyles.Quiet);
    }

    private static Style StyleOf(Verdict verdict) => verdict.State switch
    {
        "passed" => TextStyles.Good,
        "failed" => TextStyles.Bad,
        _ => TextStyles.Warning,
    };

    private static void WriteCounts(TextPage page, ResultSummary summary)
    {
        page.Table(["Severity", "Violations"], Severities.WorstFirst.Select(severity =>
        {
            var count = summary.Findings.GetValueOrDefault(severity);
            return (new[] { severity.Name(), Words.Number(count) }, count == 0 ? (Style?)null : TextStyles.Of(severity));
        }));
        page.Line($"{Words.Count(summary.Images, "image")}, {Words.Number(summary.Policies)} {(summary.Policies == 1 ? "policy" : "policies")}, compliance {Words.Percent(summary.Compliance)}; "
            + $"{Words.Count(summary.Errors, "error")}, {Words.Number(summary.Waived)} waived, {Words.Number(summary.Baselined)} in the baseline.");
    }
}
