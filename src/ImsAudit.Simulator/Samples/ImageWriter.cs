using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImsAudit.Simulator.Samples;

/// <summary>Writes images to JSON, one after the other, through one buffer: a large estate is made in a moment.</summary>
internal sealed class ImageWriter : IDisposable
{
    // As little is escaped as in a real response, so that hostile text arrives as it was typed.
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> _buffer = new(16_384);
    private readonly Utf8JsonWriter _json;

    public ImageWriter() => _json = new Utf8JsonWriter(_buffer, s_writing);

    public byte[] Write(Dictionary<string, FieldValue> fields)
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        foreach (var (field, value) in fields)
        {
            _json.WritePropertyName(field);
            value.WriteTo(_json);
        }
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => _json.Dispose();
}
