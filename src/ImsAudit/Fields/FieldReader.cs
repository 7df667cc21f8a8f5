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
    private readonly int _idSlot;

    /// <summary>The <c>id</c>, if it is wanted, stood twice in what was read last.</summary>
    internal bool RepeatsId { get; private set; }

    /// <param name="fields">Complete: fields that are added later are not read.</param>
    /// <param name="projects">What makes an image our own.</param>
    public FieldReader(FieldSet fields, ScannedProjects projects)
    {
        _values = new FieldValue[fields.Names.Count];
        _ranks = new int[_values.Length];
        _idSlot = fields.Names.ToList().IndexOf("id");
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
        ReadProperties(image.Json);
        ReadCollected(image);
        return _values;
    }

    /// <summary>
    /// Reads what stands in an image's bytes, before anybody knows whose image it is; <see cref="ReadCollected"/> adds the rest.
    /// </summary>
    /// <param name="json">One JSON object, and white space around it.</param>
    /// <returns>The values, as <see cref="Read"/> returns them.</returns>
    /// <exception cref="JsonException">It is something else.</exception>
    internal FieldValue[] ReadProperties(ReadOnlyMemory<byte> json)
    {
        var bytes = FieldValue.SegmentOf(json);
        if (!ReadUsual(bytes)) ReadAny(bytes);
        return _values;
    }

    /// <summary>Adds what the collector knows to what <see cref="ReadProperties"/> read of the same image.</summary>
    internal void ReadCollected(Image image)
    {
        foreach (var (slot, read) in _collected) _values[slot] = read(image);
    }

    private void Clear()
    {
        Array.Clear(_values);
        Array.Clear(_ranks);
        RepeatsId = false;
    }

    /// <returns>False when only <see cref="ReadAny"/> can tell.</returns>
    private bool ReadUsual(ArraySegment<byte> json)
    {
        Clear();
        var scanner = new MemberScanner(json);
        if (!scanner.Begin()) return false;
        while (scanner.Next())
            if (_properties.Find(scanner.Name) is { } wanted)
                Store(wanted, FieldValue.Of(scanner.Kind, json.Slice(scanner.Start, scanner.Length), scanner.IsEscaped));
        return !scanner.GivesUp;
    }

    private void ReadAny(ArraySegment<byte> json)
    {
        Clear();
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An image is a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = _properties.Find(ref reader);
            reader.Read();
            if (wanted is null) reader.Skip();
            else Store(wanted, FieldValue.Take(ref reader, json));
        }
        if (reader.Read()) throw new JsonException("There is text behind the image.");
    }

    private void Store(PropertyIndex.Property property, in FieldValue value)
    {
        foreach (var use in property.Uses)
        {
            // A property whose own name contains the dot wins over stepping into an object, and the longer name over the shorter.
            if (use.Rank < _ranks[use.Slot]) continue;
            RepeatsId |= use.Slot == _idSlot && _ranks[use.Slot] > 0;
            _ranks[use.Slot] = use.Rank;
            if (use.Rest is null) _values[use.Slot] = value;
            else _values[use.Slot] = FieldPath.Step(property.Name, value, use.Rest);
        }
    }
}
