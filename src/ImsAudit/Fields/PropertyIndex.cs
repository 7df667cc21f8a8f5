using System.Text;
using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>Which top-level properties are wanted, found by their UTF-8 name without making a string.</summary>
internal sealed class PropertyIndex
{
    private readonly Dictionary<string, Property> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Property>> _byHash = [];

    /// <summary>Wants a field: the property of that name, and for <c>a.b</c> also <c>b</c> inside of <c>a</c>.</summary>
    public void AddField(int slot, string field)
    {
        Add(field).Uses.Add(new Use(slot, Rest: null, Rank: field.Length));
        for (var dot = field.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = field.IndexOf('.', dot + 1))
            if (dot < field.Length - 1)
                Add(field[..dot]).Uses.Add(new Use(slot, field[(dot + 1)..], Rank: dot));
    }

    /// <summary>The wanted property that the reader stands on, or null.</summary>
    public Property? Find(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped) return _byName.GetValueOrDefault(LoneSurrogates.ReadText(ref reader));
        var name = reader.ValueSpan;
        if (!_byHash.TryGetValue(HashOf(name), out var candidates)) return null;
        foreach (var candidate in candidates)
            if (name.SequenceEqual(candidate.Utf8Name))
                return candidate;
        return null;
    }

    private Property Add(string name)
    {
        if (_byName.TryGetValue(name, out var property)) return property;
        property = new Property(name);
        _byName.Add(name, property);
        var hash = HashOf(property.Utf8Name);
        if (!_byHash.TryGetValue(hash, out var bucket)) _byHash[hash] = bucket = [];
        bucket.Add(property);
        return property;
    }

    private static int HashOf(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : name.Length | (name[0] << 8) | (name[name.Length / 2] << 16) | (name[^1] << 24);

    internal sealed class Property(string name)
    {
        public string Name { get; } = name;

        public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

        public List<Use> Uses { get; } = [];
    }

    /// <param name="Rest">What is to be stepped into behind the property; null for the property itself.</param>
    /// <param name="Rank">The length of the property's name: the longest that is there wins.</param>
    internal readonly record struct Use(int Slot, string? Rest, int Rank);
}
