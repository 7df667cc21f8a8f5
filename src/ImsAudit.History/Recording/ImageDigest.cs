using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ImsAudit.Fields;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.History.Recording;

/// <summary>What an image is like, as far as a history keeps it: as 16 bytes to compare, and as JSON to keep.</summary>
internal sealed class ImageDigest
{
    private const string Tags = "tags";
    private const string Mask = "***";

    private readonly IReadOnlyList<(string Name, bool Masked)> _fields;
    private readonly int _before;
    private readonly FieldReader _reader;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ImageDigest(FieldBook fields, ScannedProjects projects)
    {
        _fields = fields.All;
        _before = fields.Before;
        var set = new FieldSet();
        foreach (var (name, _) in _fields) set.SlotOf(name);
        _reader = new FieldReader(set, projects);
    }

    /// <summary>Half the SHA-256 over the fields as they were received: the same for the same bytes. Masked fields do not count.</summary>
    public UInt128 HashOf(Image image)
    {
        var values = _reader.Read(image);
        _bytes.ResetWrittenCount();
        foreach (var category in image.Categories) Write((int)category);
        for (var slot = 0; slot < _fields.Count; slot++)
        {
            if (_fields[slot].Masked || values[slot].Kind == ValueKind.Missing) continue;
            var json = values[slot].Json.Span;
            Write(slot);
            Write(json.Length);
            _bytes.Write(json);
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>The fields that are there, in the one form that JSON has here; tags in order, since servers give them in any.</summary>
    public string JsonOf(Image image)
    {
        var values = _reader.Read(image);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, SafeJson.OneLine))
        {
            writer.WriteStartObject();
            for (var slot = 0; slot < _fields.Count; slot++)
            {
                if (values[slot].Kind == ValueKind.Missing) continue;
                writer.WritePropertyName(_fields[slot].Name);
                writer.WriteRawValue(TextOf(_fields[slot], values[slot]), skipInputValidation: true);
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Whether the image is other than what was stored of it, in the fields that were kept then and are shown now.</summary>
    public bool Differs(Image image, string stored)
    {
        using var document = JsonDocument.Parse(stored);
        var values = _reader.Read(image);
        for (var slot = 0; slot < _before; slot++)
        {
            if (_fields[slot].Masked) continue;
            var now = values[slot].Kind == ValueKind.Missing ? null : TextOf(_fields[slot], values[slot]);
            var then = document.RootElement.TryGetProperty(_fields[slot].Name, out var value) ? JsonText.Of(value).Raw : null;
            if (now != then) return true;
        }
        return false;
    }

    private static string TextOf((string Name, bool Masked) field, FieldValue value)
    {
        if (field.Masked) return JsonText.OfString(Mask).Raw;
        if (field.Name == Tags && value.Kind == ValueKind.List)
            return $"[{string.Join(',', value.Items().Select(item => JsonText.Parse(item.Json.Span).Raw).Order(StringComparer.Ordinal))}]";
        return JsonText.Parse(value.Json.Span).Raw;
    }

    private void Write(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
    }
}
