using System.Runtime.InteropServices;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>
/// Makes one image of all that inputs say of it: the first copy, with the categories of all. The index is built by a
/// reading of its own, because the last input may still add a category to the first image.
/// </summary>
internal sealed class ImageMerge
{
    private readonly Dictionary<UInt128, Entry> _index = [];
    private long _seen;

    /// <summary>Images that came more than once.</summary>
    public long Repeated { get; private set; }

    public void Learn(FoundImage image)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, ImageKey.Of(image.Scope, image.Id), out var known);
        if (known && !entry.IsRepeated) Repeated++;
        entry = known
            ? entry with { Categories = entry.Categories.Union(image.Categories), IsRepeated = true }
            : new Entry(_seen, image.Categories, IsRepeated: false);
        _seen++;
    }

    /// <param name="at">How many images were read before it.</param>
    /// <returns>All its categories; null when it was given out before.</returns>
    /// <exception cref="KeyNotFoundException">It was not there when the index was built.</exception>
    public CategorySet? CategoriesAt(FoundImage image, long at)
    {
        var entry = _index[ImageKey.Of(image.Scope, image.Id)];
        return entry.First == at ? entry.Categories : null;
    }

    private readonly record struct Entry(long First, CategorySet Categories, bool IsRepeated);
}
