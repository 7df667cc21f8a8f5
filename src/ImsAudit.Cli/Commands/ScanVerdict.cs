using ImsAudit.Cli.Messages;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Cli.Commands;

/// <summary>What is said on standard error when a scan or a collection ends.</summary>
internal static class ScanVerdict
{
    /// <returns>The exit code.</returns>
    public static int Say(Log log, AuditResult result)
    {
        SayIncomplete(log, result.Run.Completeness, result.Run.Listings);
        foreach (var note in result.Run.Notes) log.Info(note);
        foreach (var waiver in result.Waivers.Expired) log.Warning(Expired(waiver));
        log.Info(GateOf(result));
        return result.Summary.Gate.ExitCode;
    }

    /// <summary>Errors of listings are said even when quiet: what was not seen is never passed over.</summary>
    public static void SayIncomplete(Log log, Completeness completeness, IReadOnlyList<Listing> listings)
    {
        foreach (var listing in listings)
        {
            log.Detail($"{listing.Scope} {Images.ImageCategories.Name(listing.Category)}: {listing.Images} images on {listing.Pages} pages ({listing.Query})");
            foreach (var note in listing.Drift.Concat(listing.Notes)) log.Detail(note);
        }
        if (completeness != Completeness.Incomplete) return;
        log.Error("INCOMPLETE: not everything that was asked for was seen.");
        foreach (var error in listings.Select(listing => listing.Error).OfType<string>()) log.Error(error);
    }

    private static string Expired(WaiverNote waiver) =>
        $"the waiver of {waiver.Policy} for {waiver.Image} expired on {waiver.Expires:yyyy-MM-dd} and waives nothing; its owner is {waiver.Owner}.";

    /// <summary>What does not close the gate because somebody said so, and what came of it.</summary>
    private static string Known(AuditResult result)
    {
        (int Count, string What)[] counts =
        [
            (result.Summary.Waived, "waived"), (result.Waivers.Unused.Count, "unused waivers"),
            (result.Summary.Baselined, "in the baseline"), (result.Baseline?.Fixed.Count ?? 0, "fixed since the baseline"),
        ];
        return string.Concat(counts.Where(count => count.Count > 0).Select(count => $"; {count.What}: {count.Count}"));
    }

    private static string Why(GateResult gate) => gate is { ExitCode: ExitCode.Violations, History: not null } ? $", because of {GateWords.Failures(gate)}" : "";

    private static string GateOf(AuditResult result)
    {
        var summary = result.Summary;
        var counts = string.Join(", ", summary.Findings.Where(count => count.Value > 0).Select(count => $"{count.Value} {Policies.Severities.Name(count.Key)}"));
        var found = counts.Length == 0 ? "no violation" : $"violations: {counts}";
        var errors = summary.Errors == 0 ? "" : $"; could not be decided: {summary.Errors}";
        return $"Images: {summary.Images}, policies: {summary.Policies}; {found}{errors}{Known(result)}. Gate ({GateWords.Options(summary.Gate)}): exit code {summary.Gate.ExitCode}{Why(summary.Gate)}.";
    }
}
