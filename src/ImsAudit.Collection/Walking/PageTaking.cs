using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;
using ImsAudit.Inventories;

namespace ImsAudit.Collection.Walking;

/// <summary>Takes a page to the stretch that asked for it: keeps the images and tells how the stretch goes on.</summary>
/// <param name="found">Called with each image the first time it comes.</param>
internal sealed class PageTaking(Trail trail, Action<ReceivedImage> found)
{
    /// <param name="pages">The pages that came so far, with this one.</param>
    /// <returns>Why the stretch cannot go on though it is not at its end; null when it can, or is.</returns>
    public string? Take(Stretch stretch, ImagePage page, int pages)
    {
        stretch.Recovery.Succeeded();
        var fresh = Keep(stretch, page.Images);
        if (stretch.Met is not null) return null;
        if (page.NextMarker is null) stretch.Ended = page.Images.Count == 0 && (pages > 1 || page.EndsWhenEmpty) ? ListingEnd.EmptyPage : ListingEnd.NoNext;
        return page.NextMarker is null ? null
            : page.Images.Count == 0 ? TakeEmpty(stretch, page.NextMarker, pages)
            : GoOn(stretch, page.NextMarker, fresh);
    }

    /// <summary>Up to the image at which another stretch is met: what follows that one brings itself.</summary>
    private int Keep(Stretch stretch, IReadOnlyList<ReceivedImage> images)
    {
        var fresh = 0;
        foreach (var image in images)
        {
            var passing = trail.Pass(image.Id, stretch);
            if (passing.IsFresh) fresh++;
            if (passing.IsNew) found(image);
            stretch.Met = passing.Met;
            if (stretch.Met is not null) return fresh;
        }
        return fresh;
    }

    /// <summary>A page without images that names one behind it: there may be more, so it is no end.</summary>
    private static string? TakeEmpty(Stretch stretch, string next, int pages)
    {
        if (!stretch.Empty.MayFollow(pages))
            return $"{EmptyPages.MostInARow + 1} pages in a row are empty, and each names a \"next\", so that nobody can tell whether there are more images";
        stretch.Marker = next;
        return null;
    }

    private static string? GoOn(Stretch stretch, string next, int fresh)
    {
        stretch.Empty.Ended();
        if (fresh == 0) return "the page brings only images that came before, so the listing goes in a circle";
        return stretch.Follow(next) ? null : $"\"next\" names a marker that was followed before (\"{Quoted.Capped(next)}\"), so the listing goes in a circle";
    }
}
