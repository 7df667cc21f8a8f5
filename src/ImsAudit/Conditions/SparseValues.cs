using System.Collections;
using ImsAudit.Fields;

namespace ImsAudit.Conditions;

/// <summary>Copies of a few slots' values, which outlive the image that they came from; the other slots are missing.</summary>
internal sealed class SparseValues : IReadOnlyList<FieldValue>
{
    private readonly int[] _slots;
    private readonly FieldValue[] _values;

    public SparseValues(IReadOnlyCollection<int> slots, IReadOnlyList<FieldValue> values)
    {
        _slots = [.. slots.Order()];
        _values = [.. _slots.Select(slot => values[slot].Copy())];
        Count = values.Count;
    }

    public int Count { get; }

    public FieldValue this[int index] => Array.BinarySearch(_slots, index) is >= 0 and var at ? _values[at] : FieldValue.Missing;

    public IEnumerator<FieldValue> GetEnumerator()
    {
        for (var slot = 0; slot < Count; slot++) yield return this[slot];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
