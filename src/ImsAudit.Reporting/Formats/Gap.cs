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

    public static IReadOnlyList<Gap> Of(RunInfo run)
    {
        var gaps = run.Listings.Where(listing => !listing.Complete)
            .Select(listing => new Gap(listing, listing.Error ?? "The listing is not complete.")).ToList();
        // A damaged snapshot is incomplete without a listing that says so.
        if (gaps.Count == 0 && run.Completeness == Completeness.Incomplete)
            gaps.Add(new Gap(Listing: null, run.Notes.Count > 0 ? string.Join(' ', run.Notes) : "Not everything that was asked for was seen."));
        return gaps;
    }
}
