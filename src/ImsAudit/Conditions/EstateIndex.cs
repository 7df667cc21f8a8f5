using ImsAudit.Fields;
using ImsAudit.Images;

namespace ImsAudit.Conditions;

/// <summary>The images that others may refer to: for each query, by cloud, region and value, what its <c>where</c> reads.</summary>
/// <param name="mayMiss">An image that is not found may still be there.</param>
public sealed class EstateIndex(bool mayMiss)
{
    private readonly Dictionary<(ReferenceQuery Query, string? Cloud, string? Region, string Value), List<IReadOnlyList<FieldValue>>> _found = [];

    public bool MayMiss => mayMiss;

    /// <summary>Remembers one image for a query; an image without the field is not remembered.</summary>
    /// <param name="values">By slot; copied as far as the query needs them.</param>
    public void Add(ReferenceQuery query, ImageScope scope, IReadOnlyList<FieldValue> values)
    {
        if (values[query.BySlot].Text is not { } value) return;
        var key = (query, scope.Cloud, scope.Region, value);
        if (!_found.TryGetValue(key, out var list)) _found[key] = list = [];
        list.Add(new SparseValues(query.Slots, values));
    }

    /// <summary>The values of the images whose field has exactly this value.</summary>
    public IReadOnlyList<IReadOnlyList<FieldValue>> Find(ReferenceQuery query, ImageScope scope, string value) =>
        _found.GetValueOrDefault((query, scope.Cloud, scope.Region, value)) ?? [];
}
