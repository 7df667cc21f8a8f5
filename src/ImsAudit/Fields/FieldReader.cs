using System.Text.Json;
using ImsAudit.Images;

namespace ImsAudit.Fields;

/// <summary>Reads the fields of a <see cref="FieldSet"/> from an image's bytes in one pass. Not thread-safe: one a worker.</summary>
public sealed class FieldReader
{
    private readonly List<(int Slot, Func<Image, FieldValue> Read)> _collected = [];
    private readonly PropertyIndex _properties = new();
    private readonly FieldValue[] _values;
    private readonly int[] _ranks;

    /// <param name="fields">Complete: fields that are added later are not read.</param>
    /// <param name="projects">What makes an image our own.</param>
    public FieldReader(FieldSet fields, ScannedProjects projects)
    {
        _values = new FieldValue[fields.Names.Count];
        _ranks = new int[_values.Length];
        var collected = new CollectedFields(projects);
        for (var slot = 0; slot < _values.Length; slot++)
        {
            var name = fields.Names[slot];
            if (CollectedFields.IsCollected(name)) _collected.Add((slot, collected.ReaderOf(name)));
            else _properties.AddField(slot, name);
        }
    }

    /// <summary>The values by slot. The array is the same at every call, and is overwritten by the next.</summary>
    public IReadOnlyList<FieldValue> Read(Image image)
    {
        Array.Clear(_values);
        Array.Clear(_ranks);
        ReadProperties(image.Json);
        foreach (var (slot, read) in _collected) _values[slot] = read(image);
        return _values;
    }

    private void ReadProperties(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = _properties.Find(ref reader);
            reader.Read();
            if (wanted is null) reader.Skip();
            else Store(wanted, FieldValue.Take(ref reader, json));
        }
    }

    private void Store(PropertyIndex.Property property, FieldValue value)
    {
        foreach (var use in property.Uses)
        {
            // A property whose own name contains the dot wins over stepping into an object, and the longer name over the shorter.
            if (use.Rank < _ranks[use.Slot]) continue;
            _ranks[use.Slot] = use.Rank;
            _values[use.Slot] = use.Rest is null ? value : FieldPath.Step(property.Name, value, use.Rest);
        }
    }
}
