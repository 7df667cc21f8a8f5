using System.Text.Json;
using ImsAudit.Fields;
using ImsAudit.Images;

namespace ImsAudit.Drift;

/// <summary>Counts what the catalogue does not know. Memory grows with the distinct fields and values, not with the images.</summary>
internal sealed class DriftTally
{
    private readonly PropertyIndex _known = new();
    private readonly Dictionary<string, KnownValues> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Seen> _unknownFields = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Field, string Value), Seen> _unknownValues = [];

    public DriftTally()
    {
        foreach (var (slot, field) in FieldCatalogue.Shipped.Fields.Index())
        {
            _known.AddField(slot, field.Name);
            if (KnownValues.Of(field) is { } values) _values[field.Name] = values;
        }
    }

    public long Images { get; private set; }

    public IReadOnlyList<UnknownField> Fields =>
    [
        .. _unknownFields.Select(found => new UnknownField(found.Key, found.Value.Images, found.Value.Example, found.Value.FirstImageId))
            .OrderByDescending(found => found.Images).ThenBy(found => found.Name, StringComparer.Ordinal),
    ];

    public IReadOnlyList<UnknownValue> Values =>
    [
        .. _unknownValues.Select(found => new UnknownValue(found.Key.Field, found.Value.Example, found.Value.Images, found.Value.FirstImageId))
            .OrderBy(found => found.Field, StringComparer.Ordinal).ThenByDescending(found => found.Images).ThenBy(found => found.Value, StringComparer.Ordinal),
    ];

    public void Learn(Image image)
    {
        Images++;
        var reader = new Utf8JsonReader(image.Json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var known = _known.Find(ref reader);
            var name = known?.Name ?? LoneSurrogates.ReadText(ref reader);
            reader.Read();
            var value = FieldValue.Take(ref reader, image.Json);
            if (known is null) Note(_unknownFields, name, image, name, value);
            else if (_values.TryGetValue(name, out var values)) LearnValue(image, name, values.UnknownIn(value));
        }
    }

    private void LearnValue(Image image, string field, IEnumerable<FieldValue> unknown)
    {
        foreach (var value in unknown) Note(_unknownValues, (field, ShownValue.Capped(value)), image, field, value);
    }

    // An image that says a thing twice is still one image.
    private void Note<TKey>(Dictionary<TKey, Seen> seen, TKey key, Image image, string field, FieldValue value) where TKey : notnull
    {
        if (!seen.TryGetValue(key, out var entry)) seen[key] = entry = new Seen(image.Id);
        if (entry.Example.Length == 0 && !value.IsMissing) entry.Example = ShownValue.Of(field, value);
        if (entry.LastImage == Images) return;
        entry.LastImage = Images;
        entry.Images++;
    }

    private sealed class Seen(string firstImageId)
    {
        public string FirstImageId { get; } = firstImageId;

        public string Example { get; set; } = "";

        public long Images { get; set; }

        /// <summary>The number of the image that was counted last, from 1.</summary>
        public long LastImage { get; set; }
    }
}
