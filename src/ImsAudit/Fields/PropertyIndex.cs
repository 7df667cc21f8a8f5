using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>Which top-level properties are wanted, found by their UTF-8 name without making a string.</summary>
internal sealed class PropertyIndex
{
    private readonly Dictionary<string, Property> _byName = new(StringComparer.Ordinal);
    private Property?[] _table = [];
    private ulong _multiplier = 1;
    private int _shift;

    /// <summary>Wants a field: the property of that name, and for <c>a.b</c> also <c>b</c> inside of <c>a</c>.</summary>
    public void AddField(int slot, string field)
    {
        Add(field, new Use(slot, Rest: null, Rank: field.Length));
        for (var dot = field.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = field.IndexOf('.', dot + 1))
            if (dot < field.Length - 1)
                Add(field[..dot], new Use(slot, field[(dot + 1)..], Rank: dot));
    }

    /// <summary>The wanted property that the reader stands on, or null.</summary>
    public Property? Find(ref Utf8JsonReader reader)
    {
        return reader.ValueIsEscaped ? _byName.GetValueOrDefault(LoneSurrogates.ReadText(ref reader)) : Find(reader.ValueSpan);
    }

    /// <param name="name">Without escapes.</param>
    public Property? Find(ReadOnlySpan<byte> name)
    {
        if (_table.Length == 0) BuildTable();
        for (var at = IndexOf(name); _table[at] is { } candidate; at = (at + 1) & (_table.Length - 1))
            if (name.SequenceEqual(candidate.Utf8Name))
                return candidate;
        return null;
    }

    private void Add(string name, Use use)
    {
        if (!_byName.TryGetValue(name, out var property))
        {
            _byName[name] = property = new Property(name);
            _table = [];
        }
        property.Uses = [.. property.Uses, use];
    }

    // Most properties of an image are unwanted, so the table is sparse, and a factor is sought under which no two wanted
    // names fall on one place. Where none is found, as for names that differ only in their middle, they stand one behind another.
    private void BuildTable()
    {
        const int MostTries = 1000;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(_byName.Count * 8) + 8);
        _shift = 64 - BitOperations.Log2((uint)size);
        _table = new Property?[size];
        for (var tries = 0; tries < MostTries; tries++)
        {
            _multiplier = (0x9E3779B97F4A7C15 * (ulong)((2 * tries) + 1)) | 1;
            if (_byName.Values.Select(property => IndexOf(property.Utf8Name)).Distinct().Count() == _byName.Count) break;
        }
        foreach (var property in _byName.Values)
        {
            var at = IndexOf(property.Utf8Name);
            while (_table[at] is not null) at = (at + 1) & (size - 1);
            _table[at] = property;
        }
    }

    private int IndexOf(ReadOnlySpan<byte> name) => (int)((KeyOf(name) * _multiplier) >> _shift);

    /// <summary>The first and the last eight bytes, and the length.</summary>
    private static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= sizeof(ulong))
            return BinaryPrimitives.ReadUInt64LittleEndian(name) ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]), 29) ^ (ulong)name.Length;
        var key = (ulong)name.Length;
        foreach (var one in name) key = (key << 8) | one;
        return key;
    }

    internal sealed class Property(string name)
    {
        public string Name { get; } = name;

        public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

        public Use[] Uses { get; set; } = [];
    }

    /// <param name="Rest">What is to be stepped into behind the property; null for the property itself.</param>
    /// <param name="Rank">The length of the property's name: the longest that is there wins.</param>
    internal readonly record struct Use(int Slot, string? Rest, int Rank);
}
