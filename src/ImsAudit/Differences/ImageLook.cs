using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ImsAudit.Fields;
using ImsAudit.Images;

namespace ImsAudit.Differences;

/// <summary>Reads of one side's images what is compared. Not thread-safe.</summary>
internal sealed class ImageLook
{
    private const string Name = "name";

    private readonly ComparedFields _compared;
    private readonly IReadOnlyList<string> _names;
    private readonly FieldReader _reader;

    public ImageLook(ComparedFields compared, ScannedProjects projects)
    {
        _compared = compared;
        _names = [.. compared.Names];
        var fields = new FieldSet();
        foreach (var name in _names.Append(Name)) fields.SlotOf(name);
        _reader = new FieldReader(fields, projects);
        NameSlot = fields.SlotOf(Name);
    }

    private int NameSlot { get; }

    public ComparedImage Describe(Image image, ImageSecrets secrets)
    {
        var described = new ComparedImage(image.Scope, image.Id, _reader.Read(image)[NameSlot].Text, image.Categories);
        return described.Name is not null && secrets.Hide(described, Name) ? described with { Name = ComparedFields.Mask } : described;
    }

    /// <summary>The fields that are compared and are there, by name. The values are the image's own bytes.</summary>
    public SortedDictionary<string, FieldValue> Of(Image image)
    {
        var found = new SortedDictionary<string, FieldValue>(StringComparer.Ordinal);
        if (_compared.IsAll) AddProperties(image, found);
        var values = _reader.Read(image);
        for (var slot = 0; slot < _names.Count; slot++)
            if (!values[slot].IsMissing)
                found[_names[slot]] = values[slot];
        return found;
    }

    /// <summary>Half the SHA-256 over fields as they were received: the same for the same bytes.</summary>
    public static UInt128 HashOf(SortedDictionary<string, FieldValue> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in fields)
        {
            Append(hash, Encoding.UTF8.GetBytes(name));
            hash.AppendData([(byte)value.Kind]);
            Append(hash, value.Json.Span);
        }
        return BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    private static void AddProperties(Image image, SortedDictionary<string, FieldValue> found)
    {
        var reader = new Utf8JsonReader(image.Json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = LoneSurrogates.ReadText(ref reader);
            reader.Read();
            var value = FieldValue.Take(ref reader, image.Json);
            if (value.IsMissing) found.Remove(name);
            else found[name] = value;
        }
    }

    // With its length before it, so that no two texts run into each other.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
