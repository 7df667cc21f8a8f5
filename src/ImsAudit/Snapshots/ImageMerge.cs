using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
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

    /// <summary>Those of them whose copies do not say the same.</summary>
    public long Differing { get; private set; }

    /// <summary>The id of the first of those, made harmless; null when there is none.</summary>
    public string? FirstDiffering { get; private set; }

    public void Learn(FoundImage image)
    {
        var content = ContentOf(image.Json);
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_index, ImageKey.Of(image.Scope, image.Id), out var known);
        if (known && !entry.IsRepeated) Repeated++;
        if (known && !entry.Differs && entry.Content != content) NoteDifference(image);
        entry = known
            ? entry with { Categories = entry.Categories.Union(image.Categories), IsRepeated = true, Differs = entry.Differs || entry.Content != content }
            : new Entry(_seen, image.Categories, content);
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

    private void NoteDifference(FoundImage image)
    {
        Differing++;
        FirstDiffering ??= SafeText.Of(image.Id);
    }

    /// <summary>Half the SHA-256 of what the image says; how it is spaced does not count.</summary>
    private static UInt128 ContentOf(ReadOnlyMemory<byte> json)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(OneLineJson.WithoutSpace(json.Span), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private readonly record struct Entry(long First, CategorySet Categories, UInt128 Content)
    {
        public bool IsRepeated { get; init; }

        public bool Differs { get; init; }
    }
}
