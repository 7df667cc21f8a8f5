using System.Collections.Immutable;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Samples;

/// <summary>A sample image while it is being made: its fields in the order in which they were first set.</summary>
internal sealed class ImageDraft
{
    private readonly Dictionary<string, FieldValue> _fields = new(64, StringComparer.Ordinal);
    private ImmutableDictionary<string, MemberStatus> _members = ImmutableDictionary<string, MemberStatus>.Empty;

    public ImageDraft Set(string field, string? text) => Set(field, FieldValue.Of(text));

    public ImageDraft Set(string field, long number) => Set(field, FieldValue.Of(number));

    public ImageDraft Set(string field, bool flag) => Set(field, FieldValue.Of(flag));

    public ImageDraft Tags(params IReadOnlyList<string> tags) => Set("tags", FieldValue.Of(tags));

    public ImageDraft Without(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields) _fields.Remove(field);
        return this;
    }

    public ImageDraft SharedWith(string project, MemberStatus status)
    {
        _members = _members.SetItem(project, status);
        return this;
    }

    public string? Text(string field) => _fields.TryGetValue(field, out var value) ? value.Text : null;

    public SimulatedImage ToImage(ImageWriter writer) => SimulatedImage.Read(writer.Write(_fields)) with { Members = _members };

    private ImageDraft Set(string field, FieldValue value)
    {
        _fields[field] = value;
        return this;
    }
}
