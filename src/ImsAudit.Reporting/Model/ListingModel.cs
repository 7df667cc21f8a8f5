using ImsAudit.Images;
using ImsAudit.Inventories;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model;

/// <summary>What templates get of a listing: what was asked, what came, and how it ended.</summary>
internal static class ListingModel
{
    public static ScriptObject Of(Listing listing) => new()
    {
        ["scope"] = listing.Scope.ToString(),
        ["cloud"] = listing.Scope.Cloud,
        ["region"] = listing.Scope.Region,
        ["project"] = listing.Scope.Project,
        ["category"] = listing.Category.Name(),
        ["query"] = listing.Query,
        ["pages"] = listing.Pages,
        ["images"] = listing.Images,
        ["first_id"] = listing.FirstId,
        ["last_id"] = listing.LastId,
        ["retries"] = listing.Retries,
        ["seconds"] = listing.Duration is { } duration ? Math.Round(duration.TotalSeconds, 1) : null,
        ["ended"] = listing.Ended.Name(),
        ["drift"] = new ScriptArray(listing.Drift),
        ["complete"] = listing.Complete,
        ["error"] = listing.Error,
        ["startedAt"] = listing.StartedAt is { } started ? Words.Time(started) : null,
        ["finishedAt"] = listing.FinishedAt is { } finished ? Words.Time(finished) : null,
        ["filtered"] = listing.Filtered,
        ["notes"] = new ScriptArray(listing.Notes),
    };
}
