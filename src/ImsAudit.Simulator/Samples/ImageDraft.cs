using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Samples;

/// <summary>A sample image while it is being made: its fields in the order in which they were first set.</summary>
internal sealed class ImageDraft
{
    // As little is escaped as in a real response, so that hostile text arrives as it was typed.
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
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

    public SimulatedImage ToImage() => SimulatedImage.Read(ToJson()) with { Members = _members };

    private ImageDraft Set(string field, FieldValue value)
    {
        _fields[field] = value;
        return this;
    }

    private byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, s_writing))
        {
            json.WriteStartObject();
            foreach (var (field, value) in _fields)
            {
                json.WritePropertyName(field);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
