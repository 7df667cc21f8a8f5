namespace ImsAudit.Fields;

/// <summary>
/// The fields that a set of policies reads, each with a slot. Policies are compiled against slots, and an image is read
/// once for all of them.
/// </summary>
public sealed class FieldSet
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    /// <summary>The slot of a field; a field that was not there yet is added.</summary>
    public int SlotOf(string name)
    {
        if (_slots.TryGetValue(name, out var slot)) return slot;
        slot = _names.Count;
        _slots.Add(name, slot);
        _names.Add(name);
        return slot;
    }
}
