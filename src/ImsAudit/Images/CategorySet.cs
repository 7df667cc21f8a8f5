using System.Collections;

namespace ImsAudit.Images;

/// <summary>A set of categories, enumerated in the order of <see cref="ImageCategory"/>.</summary>
public readonly record struct CategorySet : IReadOnlyCollection<ImageCategory>
{
    private readonly byte _bits;

    private CategorySet(byte bits) => _bits = bits;

    public static CategorySet Empty => default;

    public static CategorySet All { get; } = Of(ImageCategories.All);

    public static CategorySet Of(params IEnumerable<ImageCategory> categories)
    {
        var set = Empty;
        foreach (var category in categories) set = set.With(category);
        return set;
    }

    public int Count => System.Numerics.BitOperations.PopCount(_bits);

    public bool IsEmpty => _bits == 0;

    /// <summary>The first category; an empty set has none and throws.</summary>
    public ImageCategory First => IsEmpty
        ? throw new InvalidOperationException("An empty set of categories has no first one.")
        : (ImageCategory)System.Numerics.BitOperations.TrailingZeroCount(_bits);

    public CategorySet With(ImageCategory category) => new((byte)(_bits | (1 << (int)category)));

    public CategorySet Union(CategorySet other) => new((byte)(_bits | other._bits));

    public bool Contains(ImageCategory category) => (_bits & (1 << (int)category)) != 0;

    public bool Overlaps(CategorySet other) => (_bits & other._bits) != 0;

    public IEnumerator<ImageCategory> GetEnumerator()
    {
        foreach (var category in ImageCategories.All)
            if (Contains(category))
                yield return category;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", this.Select(ImageCategories.Name));
}
