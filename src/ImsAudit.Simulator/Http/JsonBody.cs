using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImsAudit.Simulator.Http;

/// <summary>One JSON object as bytes.</summary>
internal static class JsonBody
{
    // A real service escapes no more than JSON asks for.
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="members">Writes what stands between the braces.</param>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_writing))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
