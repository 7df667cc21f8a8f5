using System.Buffers;
using System.Text.Json;

namespace ImsAudit.Simulator.Http;

/// <summary>One JSON object as bytes.</summary>
internal static class JsonBody
{
    /// <param name="members">Writes what stands between the braces.</param>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }
}
