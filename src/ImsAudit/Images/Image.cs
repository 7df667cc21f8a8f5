namespace ImsAudit.Images;

/// <summary>
/// One image: its JSON exactly as the API gave it, and what the collector knows beside it. The JSON is not read into a
/// model; policies read from the bytes just the fields that they name.
/// </summary>
public sealed class Image
{
    /// <param name="scope">Where it was collected.</param>
    /// <param name="categories">The categories whose listings returned it; at least one.</param>
    /// <param name="id">The value of <c>id</c> in <paramref name="json"/>; not empty.</param>
    /// <param name="json">One JSON object, UTF-8, on one line.</param>
    public Image(ImageScope scope, CategorySet categories, string id, ReadOnlyMemory<byte> json)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (categories.IsEmpty) throw new ArgumentException("An image came in at least one category.", nameof(categories));
        Scope = scope;
        Categories = categories;
        Id = id;
        Json = json;
    }

    public ImageScope Scope { get; }

    public CategorySet Categories { get; }

    public string Id { get; }

    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Whom it is shared out to; null when nobody asked.</summary>
    public ImageMembers? Members { get; init; }
}
