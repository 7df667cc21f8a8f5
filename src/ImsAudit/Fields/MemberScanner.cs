using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>
/// Walks over the members of an object as almost all are written, several times as fast as the JSON reader: names without
/// escapes, texts, whole numbers, <c>true</c>, <c>false</c> and <c>null</c>. Lists, objects and everything unusual it leaves to the reader,
/// and what it is not sure of it gives up: it takes nothing that the reader would not, and never says otherwise what it takes.
/// </summary>
internal ref struct MemberScanner(ReadOnlySpan<byte> json)
{
    /// <summary>Of a value inside of the object, so that both together are as deep as the reader goes.</summary>
    private static readonly JsonReaderOptions s_inside = new() { MaxDepth = 63 };

    private readonly ReadOnlySpan<byte> _json = json;
    private int _at;
    private bool _isBehindMember;

    /// <summary>It is not sure; the reader is to be asked about all of it.</summary>
    public bool GivesUp { get; private set; }

    /// <summary>Without its quotes.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    public ValueKind Kind { get; private set; }

    /// <summary>Where the value begins, a text's with its quote.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    /// <summary>The text has escapes.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>Goes into the object; give up when it is none.</summary>
    public bool Begin()
    {
        GivesUp = !Takes((byte)'{');
        return !GivesUp;
    }

    /// <summary>Goes on to the next member.</summary>
    /// <returns>False behind the last one, where nothing but white space follows, and when it gives up.</returns>
    public bool Next()
    {
        if (Takes((byte)'}')) return End();
        if (_isBehindMember && !Takes((byte)',')) return GiveUp();
        _isBehindMember = true;
        if (!Takes((byte)'"')) return GiveUp();
        var end = EndOfPlain(_at);
        if (end < 0 || _json[end] != '"') return GiveUp();
        Name = _json[_at..end];
        _at = end + 1;
        return (Takes((byte)':') && TakesValue()) || GiveUp();
    }

    private bool End()
    {
        SkipWhiteSpace();
        GivesUp = _at < _json.Length;
        return false;
    }

    private bool GiveUp()
    {
        GivesUp = true;
        return false;
    }

    private bool TakesValue()
    {
        if (_at < _json.Length && _json[_at] <= ' ') SkipWhiteSpace();
        if (_at >= _json.Length) return false;
        (Start, IsEscaped) = (_at, false);
        return _json[_at] switch
        {
            (byte)'"' => TakesText(),
            >= (byte)'0' and <= (byte)'9' => TakesDigits(),
            (byte)'t' => TakesWord("true"u8, ValueKind.Boolean),
            (byte)'f' => TakesWord("false"u8, ValueKind.Boolean),
            (byte)'n' => TakesWord("null"u8, ValueKind.Null),
            _ => AsksReader(),
        };
    }

    private bool TakesText()
    {
        var end = EndOfPlain(_at + 1);
        if (end < 0 || _json[end] != '"') return AsksReader();
        return Found(ValueKind.String, end + 1);
    }

    private bool TakesDigits()
    {
        var end = _at + 1;
        while (end < _json.Length && _json[end] is >= (byte)'0' and <= (byte)'9') end++;
        var isWhole = end < _json.Length && _json[end] is (byte)',' or (byte)'}' && (_json[_at] != '0' || end == _at + 1);
        return isWhole ? Found(ValueKind.Number, end) : AsksReader();
    }

    private bool TakesWord(ReadOnlySpan<byte> word, ValueKind kind) =>
        _json[_at..].StartsWith(word) && Found(kind, _at + word.Length);

    private bool AsksReader()
    {
        var reader = new Utf8JsonReader(_json[_at..], s_inside);
        try
        {
            if (!reader.Read()) return false;
            (Kind, IsEscaped) = (FieldValue.KindOf(reader.TokenType), reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped);
            return reader.TrySkip() && Found(Kind, _at + (int)reader.BytesConsumed);
        }
        catch (JsonException)
        {
            // It will say so once more, with the right place.
            return false;
        }
    }

    private bool Found(ValueKind kind, int end)
    {
        (Kind, Length, _at) = (kind, end - _at, end);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Takes(byte letter)
    {
        if ((uint)_at >= (uint)_json.Length) return false;
        if (_json[_at] != letter) return _json[_at] <= ' ' && TakesBehindSpace(letter);
        _at++;
        return true;
    }

    private bool TakesBehindSpace(byte letter)
    {
        SkipWhiteSpace();
        if (_at >= _json.Length || _json[_at] != letter) return false;
        _at++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') _at++;
    }

    /// <summary>The first quote, backslash or control character; below 0 when there is none.</summary>
    private readonly int EndOfPlain(int at)
    {
        for (; at <= _json.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var letters = Vector128.Create(_json.Slice(at, Vector128<byte>.Count));
            var ends = Vector128.Equals(letters, Vector128.Create((byte)'"')) | Vector128.Equals(letters, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(letters, Vector128.Create((byte)0x1f)), letters);
            if (ends != Vector128<byte>.Zero) return at + System.Numerics.BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
        }
        for (; at < _json.Length; at++)
            if (_json[at] is (byte)'"' or (byte)'\\' or <= 0x1f)
                return at;
        return -1;
    }
}
