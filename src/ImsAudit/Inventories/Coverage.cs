using ImsAudit.Images;

namespace ImsAudit.Inventories;

/// <summary>Which categories were seen whole, so that something can be said of what is not there.</summary>
public sealed class Coverage
{
    private readonly bool _known;
    private readonly CategorySet _lacking;
    private readonly CategorySet _whole;

    private Coverage(bool known, CategorySet whole, CategorySet lacking)
    {
        _known = known;
        _whole = whole;
        _lacking = lacking;
    }

    /// <summary>Every category but the lacking ones was seen whole.</summary>
    public static Coverage AllBut(CategorySet lacking) =>
        new(known: true, CategorySet.Of(ImageCategories.All.Where(category => !lacking.Contains(category))), lacking);

    public static Coverage Of(IInventory inventory)
    {
        var lacking = inventory.Listings.Where(listing => !listing.Complete || listing.Filtered).Select(listing => listing.Category);
        var asked = inventory.Listings.Select(listing => listing.Category);
        return new Coverage(inventory.Completeness != Completeness.NotKnown, CategorySet.Of(asked), CategorySet.Of(lacking));
    }

    /// <summary>
    /// Those of the categories that were not completely collected, were filtered or not asked for. Where completeness is
    /// not known, only those that are known to lack something.
    /// </summary>
    public CategorySet LackingOf(CategorySet categories) =>
        CategorySet.Of(categories.Where(category => _lacking.Contains(category) || (_known && !_whole.Contains(category))));

    /// <summary>True when an image that is not found may still be there.</summary>
    public bool MayMiss => !_known || !LackingOf(CategorySet.All).IsEmpty;
}
