using ImsAudit.Inventories;

namespace ImsAudit.Differences;

/// <summary>What became of the images of one inventory in another, matched by scope and id. All lists are sorted.</summary>
public sealed record ImagesDifference
{
    public required Side Old { get; init; }

    public required Side New { get; init; }

    /// <summary>Every field was compared; else only those that policies read.</summary>
    public required bool AllFields { get; init; }

    /// <summary>They were not there, and would have been seen.</summary>
    public required IReadOnlyList<ComparedImage> Added { get; init; }

    /// <summary>They are gone, and would have been seen.</summary>
    public required IReadOnlyList<ComparedImage> Removed { get; init; }

    public required IReadOnlyList<ChangedImage> Changed { get; init; }

    /// <summary>They were not there, but where they are nobody had looked to the end.</summary>
    public required IReadOnlyList<ComparedImage> NotSeenBefore { get; init; }

    /// <summary>They are not there now, but where they were nobody has looked to the end.</summary>
    public required IReadOnlyList<ComparedImage> NotSeenSince { get; init; }

    public required long Unchanged { get; init; }

    /// <summary>Ordered by name.</summary>
    public required IReadOnlyList<UncomparedField> NotCompared { get; init; }

    public static async Task<ImagesDifference> BetweenAsync(IInventory old, IInventory @new, ComparedFields fields, CancellationToken cancellationToken)
    {
        var index = new ImageIndex(fields, await ImageSecrets.OfAsync(fields.Policies, fields.AsOf, [old, @new], cancellationToken));
        await index.CompareAsync(old, @new, cancellationToken);
        var (before, after) = (Side.Of(old, index.OldCount), Side.Of(@new, index.NewCount));
        var (appeared, gone) = (Settled(index.Appeared, before.Sight, after.Sight), Settled(index.Gone, after.Sight, before.Sight));
        return new ImagesDifference
        {
            Old = before,
            New = after,
            AllFields = fields.IsAll,
            Added = [.. appeared.Where(image => image.Why is null)],
            Removed = [.. gone.Where(image => image.Why is null)],
            Changed = [.. index.Changed.OrderBy(changed => changed.Image, ImageOrder.Instance)],
            NotSeenBefore = [.. appeared.Where(image => image.Why is not null)],
            NotSeenSince = [.. gone.Where(image => image.Why is not null)],
            Unchanged = index.NewCount - index.Appeared.Count - index.Changed.Count,
            NotCompared = index.Unknown,
        };
    }

    private static List<ComparedImage> Settled(List<ComparedImage> images, Sight lacking, Sight having) =>
        [.. images.Select(image => image with { Why = lacking.Of(image.Scope, image.Categories, having) }).Order(ImageOrder.Instance)];
}
