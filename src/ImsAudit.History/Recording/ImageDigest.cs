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
    private static readonly string s_mask = JsonText.OfString("***").Raw;

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
    /// <param name="secret">The fields that are masked of this image; null for none.</param>
    public UInt128 HashOf(Image image, IReadOnlySet<string>? secret)
    {
        var values = _reader.Read(image);
        _bytes.ResetWrittenCount();
        foreach (var category in image.Categories) Write((int)category);
        for (var slot = 0; slot < _fields.Count; slot++)
        {
            if (IsMasked(slot, secret) || values[slot].Kind == ValueKind.Missing) continue;
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
    public string JsonOf(Image image, IReadOnlySet<string>? secret)
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
                writer.WriteRawValue(IsMasked(slot, secret) ? s_mask : TextOf(_fields[slot].Name, values[slot]), skipInputValidation: true);
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Whether the image is other than what was stored of it, in the fields that were kept then and are shown now.</summary>
    public bool Differs(Image image, IReadOnlySet<string>? secret, string stored)
    {
        using var document = JsonDocument.Parse(stored);
        var values = _reader.Read(image);
        for (var slot = 0; slot < _before; slot++)
        {
            if (IsMasked(slot, secret)) continue;
            var now = values[slot].Kind == ValueKind.Missing ? null : TextOf(_fields[slot].Name, values[slot]);
            var then = document.RootElement.TryGetProperty(_fields[slot].Name, out var value) ? JsonText.Of(value).Raw : null;
            if (now != then) return true;
        }
        return false;
    }

    /// <summary>The fields that are masked in what was stored.</summary>
    public static IEnumerable<string> MaskedIn(string stored)
    {
        using var document = JsonDocument.Parse(stored);
        return [.. document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String && JsonText.Of(member.Value).Raw == s_mask).Select(JsonStrings.Name)];
    }

    private bool IsMasked(int slot, IReadOnlySet<string>? secret) => _fields[slot].Masked || secret?.Contains(_fields[slot].Name) == true;

    private static string TextOf(string name, FieldValue value)
    {
        if (name == Tags && value.Kind == ValueKind.List)
            return $"[{string.Join(',', value.Items().Select(item => JsonText.Parse(item.Json.Span).Raw).Order(StringComparer.Ordinal))}]";
        return JsonText.Parse(value.Json.Span).Raw;
    }

    private void Write(int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
    }
}
