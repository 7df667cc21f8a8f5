using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// What was asked for and not seen: a row of <c>outcome: incomplete</c> in the formats that are rows. So a reader that
/// only counts rows never counts nothing where nothing was seen.
/// </summary>
internal sealed record Gap(Listing? Listing, string Error)
{
    public string? Category => Listing?.Category.Name();

    /// <summary>Of a finished result, which may count as incomplete (<c>--require-complete</c>) though no listing is known to have failed.</summary>
    public static IReadOnlyList<Gap> Of(AuditResult result) => Of(
        result.Run.Listings,
        result.Summary.Gate.ExitCode == 3 ? Completeness.Incomplete : result.Run.Completeness,
        result.Run.Notes);

    /// <summary>What was asked for: <c>private of prod/cn-north-4/0f1e</c>.</summary>
    public string Subject => Listing is { } listing ? $"{Category} of {(listing.Scope.ToString() is { Length: > 0 } scope ? scope : "the endpoint")}" : "everything that was asked for";

    public static IReadOnlyList<Gap> Of(RunInfo run) => Of(run.Listings, run.Completeness, run.Notes);

    public static IReadOnlyList<Gap> Of(IReadOnlyList<Listing> listings, Completeness completeness, IReadOnlyList<string> notes)
    {
        var gaps = listings.Where(listing => !listing.Complete)
            .Select(listing => new Gap(listing, listing.Error ?? "The listing is not complete.")).ToList();
        // A damaged snapshot is incomplete without a listing that says so.
        if (gaps.Count == 0 && completeness == Completeness.Incomplete)
            gaps.Add(new Gap(Listing: null, notes.Count > 0 ? string.Join(' ', notes) : "Not everything that was asked for was seen."));
        return gaps;
    }
}
