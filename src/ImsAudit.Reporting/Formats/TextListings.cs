using System.Globalization;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// What was asked for and how it ended, in the text report. There may be hundreds of listings, so that without
/// <c>--verbose</c> only those are told of where something was noticed.
/// </summary>
internal static class TextListings
{
    public static void Write(TextPage page, RunInfo run, bool verbose)
    {
        var told = run.Listings.Where(listing => verbose || listing.Drift.Count > 0).ToList();
        if (told.Count == 0) return;
        page.Blank();
        page.Line(verbose ? "What was asked for, and what came:" : "Noticed while the lists were read:");
        foreach (var listing in told) Write(page, listing, verbose);
    }

    public static string Scope(ImageScope scope) => scope.ToString() is { Length: > 0 } text ? text : "the endpoint";

    private static void Write(TextPage page, Listing listing, bool verbose)
    {
        page.Line($"{listing.Category.Name()} of {Scope(listing.Scope)}: {Summary(listing)}", indent: 2);
        if (verbose) page.Line($"asked: {(listing.Query.Length > 0 ? listing.Query : "everything")}", indent: 4);
        if (verbose && listing.FirstId is not null) page.Line($"first: {listing.FirstId}, last: {listing.LastId}", indent: 4);
        foreach (var sentence in listing.Drift) page.Line(sentence, indent: 4, TextStyles.Warning);
        if (!verbose) return;
        foreach (var note in listing.Notes) page.Line(note, indent: 4);
    }

    private static string Summary(Listing listing)
    {
        var summary = $"{Words.Count(listing.Images, "image")} on {Words.Count(listing.Pages, "page")}";
        if (listing.Duration is { } duration) summary += string.Create(CultureInfo.InvariantCulture, $" in {duration.TotalSeconds:0.0} s");
        if (listing.Retries > 0) summary += $", tried again: {listing.Retries}";
        if (listing.Filtered) summary += ", narrowed by --filter";
        if (listing.Ended.Name() is { } ended) summary += $", ended: {ended}";
        return listing.Complete ? summary : $"{summary}; INCOMPLETE";
    }
}
