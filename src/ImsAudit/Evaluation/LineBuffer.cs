using System.Buffers;
using System.Text;
using System.Text.Json;
using ImsAudit.Fields;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>JSON as bytes that are put one behind another. Values are written as <see cref="JsonText"/> writes them, without making one where the bytes are that already.</summary>
internal sealed class LineBuffer(int size = LineBuffer.OfBlock) : IBufferWriter<byte>
{
    /// <summary>What <see cref="SafeJson.Encoder"/> leaves as it is, of ASCII.</summary>
    private static readonly SearchValues<byte> s_plain = SearchValues.Create([.. Ascii(_ => true)]);

    /// <summary>Beside it the quotes of a list or object, and no white space.</summary>
    private static readonly SearchValues<byte> s_compact = SearchValues.Create([.. Ascii(letter => letter != ' '), (byte)'"']);

    /// <summary>The findings of a block.</summary>
    private const int OfBlock = 1 << 16;

    private byte[] _bytes = new byte[size];
    private FieldValue _plainText;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;
        // The bytes of a block are others when the next is read.
        _plainText = default;
    }

    public void Put(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>A value as outputs show it; <c>null</c> when it is missing.</summary>
    public void PutValue(FieldValue value)
    {
        var json = value.Span;
        var asItIs = value.Kind switch
        {
            ValueKind.Boolean or ValueKind.Number => true,
            ValueKind.String => IsPlain(value),
            ValueKind.List or ValueKind.Object => !json.ContainsAnyExcept(s_compact),
            _ => false,
        };
        if (asItIs) Put(json);
        else if (value.Kind is ValueKind.Missing or ValueKind.Null or ValueKind.Unreadable) Put("null"u8);
        else Put(Encoding.UTF8.GetBytes(JsonText.Parse(json).Raw));
    }

    /// <summary>A value as messages show it, inside of a JSON string.</summary>
    public void PutShown(FieldValue value)
    {
        var json = value.Span;
        if (value.Kind is ValueKind.Missing or ValueKind.Null or ValueKind.Unreadable) Put("missing"u8);
        else if (value.Kind == ValueKind.String && json.Length == 2) PutEncoded("\"\"");
        else if (value.Kind == ValueKind.String && IsPlain(value)) Put(json[1..^1]);
        else if (value.Kind is ValueKind.List or ValueKind.Object && !json.ContainsAnyExcept(s_compact)) PutQuotes(json);
        else PutEncoded(JsonText.Parse(json).Display);
    }

    /// <summary>A text as a JSON string.</summary>
    public void PutString(string text)
    {
        Put("\""u8);
        var start = Length;
        var room = GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, room);
        if (_bytes.AsSpan(start, Length - start).ContainsAnyExcept(s_plain))
        {
            Length = start;
            PutEncoded(text);
        }
        Put("\""u8);
    }

    public void PutHex(ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, GetSpan(bytes.Length * 2), out var written);
        Length += written;
    }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Room(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Room(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Whether a text is written as it is. A finding writes the same value three times.</summary>
    private bool IsPlain(FieldValue text)
    {
        if (text.IsSameAs(_plainText)) return true;
        if (text.Span[1..^1].ContainsAnyExcept(s_plain)) return false;
        _plainText = text;
        return true;
    }

    private void PutEncoded(string text) => Put(JsonEncodedText.Encode(text, SafeJson.Encoder).EncodedUtf8Bytes);

    private void PutQuotes(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'"'); at >= 0; at = json.IndexOf((byte)'"'))
        {
            Put(json[..at]);
            Put("\\u0022"u8);
            json = json[(at + 1)..];
        }
        Put(json);
    }

    private void Room(int more)
    {
        if (_bytes.Length - Length <= more) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more + 1));
    }

    private static IEnumerable<byte> Ascii(Func<char, bool> wanted)
    {
        for (var letter = ' '; char.IsAscii(letter); letter++)
            if (wanted(letter) && !SafeJson.Encoder.WillEncode(letter))
                yield return (byte)letter;
    }
}
