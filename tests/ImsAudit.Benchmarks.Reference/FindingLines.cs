using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ImsAudit.Benchmarks.Reference;

/// <summary>A leaf that decided: its field, and what was expected, as the inside of a JSON string.</summary>
internal readonly ref struct Leaf(Field field, ReadOnlySpan<byte> expected)
{
    public readonly Field Field = field;
    public readonly ReadOnlySpan<byte> Expected = expected;
}

/// <summary>Writes findings as <c>imsaudit scan --output ndjson=… --unsorted</c> does, byte for byte.</summary>
internal sealed class FindingLines
{
    private static readonly SearchValues<byte> s_plain = SearchValues.Create(" !#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"u8);
    private static readonly Lazy<JavaScriptEncoder> s_encoder = new(CreateEncoder);
    private readonly byte[] _hashed = new byte[512];
    private byte[] _bytes = new byte[1 << 20];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Begin(in ImageFields image, (byte[] Id, byte[] Severity) policy, ReadOnlySpan<byte> outcome)
    {
        Put("{\"fingerprint\":\""u8);
        PutFingerprint(policy.Id, image.Text(Field.Id));
        Put("\",\"policy\":\""u8);
        Put(policy.Id);
        Put("\",\"severity\":\""u8);
        Put(policy.Severity);
        Put("\",\"outcome\":\""u8);
        Put(outcome);
        Put("\",\"baselined\":false,\"image\":{\"id\":"u8);
        PutValue(image, Field.Id);
        Put(",\"name\":"u8);
        PutValue(image, Field.Name);
        Put(",\"cloud\":null,\"region\":null,\"project\":null,\"category\":\""u8);
        var category = Category(image);
        Put(category);
        Put("\",\"categories\":[\""u8);
        Put(category);
        Put("\"]"u8);
        PutCreated(image);
        Put("},\"group\":null,\"images\":null,\"reasons\":["u8);
    }

    public void Reason(in ImageFields image, bool isFirst, in Leaf leaf, ReadOnlySpan<byte> needs)
    {
        Put(isFirst ? "{\"field\":\""u8 : ",{\"field\":\""u8);
        Put(Fields.Names[(int)leaf.Field]);
        Put("\",\"actual\":"u8);
        PutValue(image, leaf.Field);
        Put(",\"expected\":\""u8);
        Put(leaf.Expected);
        Put(needs);
        Put("\"}"u8);
    }

    public void BeginMessage(bool undecided) => Put(undecided ? "],\"message\":\"cannot be decided: "u8 : "],\"message\":\""u8);

    public void Say(in ImageFields image, bool isFirst, in Leaf leaf, ReadOnlySpan<byte> needs)
    {
        if (!isFirst) Put("; "u8);
        Put(Fields.Names[(int)leaf.Field]);
        Put(" is "u8);
        if (image.IsMissing(leaf.Field)) Put("missing"u8);
        else if (image.Text(leaf.Field).IsEmpty) Put("\\u0022\\u0022"u8);
        else PutEscaped(image.Text(leaf.Field), image.Kind(leaf.Field) == JsonTokenType.String);
        Put(", expected "u8);
        Put(leaf.Expected);
        Put(needs);
    }

    public void End(in ImageFields image, ReadOnlySpan<Field> fields)
    {
        Put("\",\"waiver\":null,\"firstSeen\":null,\"fields\":{"u8);
        var isFirst = true;
        foreach (var field in fields)
        {
            if (image.Kind(field) == JsonTokenType.None) continue;
            Put(isFirst ? "\""u8 : ",\""u8);
            Put(Fields.Names[(int)field]);
            Put("\":"u8);
            PutValue(image, field);
            isFirst = false;
        }
        Put("}}\n"u8);
    }

    private void PutCreated(in ImageFields image)
    {
        if (!image.TryTime(Field.CreatedAt, out _)) return;
        Put(",\"createdAt\":\""u8);
        Put(image.Text(Field.CreatedAt));
        Put("\""u8);
    }

    private static ReadOnlySpan<byte> Category(in ImageFields image)
    {
        var type = image.Text(Field.ImageType);
        return type.SequenceEqual("gold"u8) ? "public"u8 : type.SequenceEqual("shared"u8) ? "shared-accepted"u8 : type.SequenceEqual("market"u8) ? "market"u8 : "private"u8;
    }

    private void PutValue(in ImageFields image, Field field)
    {
        if (image.IsMissing(field))
        {
            Put("null"u8);
            return;
        }
        var raw = image.Raw(field);
        if (image.Kind(field) != JsonTokenType.String || !raw[1..^1].ContainsAnyExcept(s_plain))
        {
            Put(raw);
            return;
        }
        Put("\""u8);
        PutEscaped(raw[1..^1], isJson: true);
        Put("\""u8);
    }

    /// <param name="isJson">The text has its escapes still.</param>
    private void PutEscaped(ReadOnlySpan<byte> text, bool isJson)
    {
        while (true)
        {
            var special = text.IndexOfAnyExcept(s_plain);
            if (special < 0) break;
            if (text[special] != '"')
            {
                var decoded = isJson ? JsonSerializer.Deserialize("\"" + Encoding.UTF8.GetString(text) + "\"", Strings.Default.String)! : Encoding.UTF8.GetString(text);
                Put(JsonEncodedText.Encode(decoded, s_encoder.Value).EncodedUtf8Bytes);
                return;
            }
            Put(text[..special]);
            Put("\\u0022"u8);
            text = text[(special + 1)..];
        }
        Put(text);
    }

    private void PutFingerprint(ReadOnlySpan<byte> policy, ReadOnlySpan<byte> id)
    {
        var length = PutHashed(PutHashed(PutHashed(PutHashed(PutHashed(0, policy), []), []), []), id);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(_hashed.AsSpan(0, length), hash);
        Room(32);
        Convert.TryToHexStringLower(hash[..16], _bytes.AsSpan(_length), out _);
        _length += 32;
    }

    private int PutHashed(int at, ReadOnlySpan<byte> part)
    {
        BitConverter.TryWriteBytes(_hashed.AsSpan(at), part.Length);
        part.CopyTo(_hashed.AsSpan(at + 4));
        return at + 4 + part.Length;
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Room(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }

    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var c = '\0'; c < char.MaxValue; c++)
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                settings.ForbidCharacter(c);
        return JavaScriptEncoder.Create(settings);
    }
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class Strings : System.Text.Json.Serialization.JsonSerializerContext;
