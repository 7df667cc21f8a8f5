using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>The value of one field of one image: its JSON bytes as received, decoded only when an operator asks.</summary>
public readonly struct FieldValue
{
    // Of an unreadable value, its advice. A memory would be larger, and slower to read.
    private readonly byte[]? _bytes;
    private readonly int _start;
    private readonly int _length;
    private readonly byte _kind;
    private readonly bool _isEscaped;

    private FieldValue(ValueKind kind, ArraySegment<byte> bytes, bool isEscaped)
    {
        (_bytes, _start, _length) = (bytes.Array, bytes.Offset, bytes.Count);
        (_kind, _isEscaped) = ((byte)kind, isEscaped);
    }

    private FieldValue(ValueKind kind, ArraySegment<byte> bytes)
        : this(kind, bytes, kind == ValueKind.String && bytes.AsSpan().Contains((byte)'\\')) { }

    public static FieldValue Missing => default;

    public ValueKind Kind => (ValueKind)_kind;

    /// <summary>The value as JSON; empty when missing or unreadable.</summary>
    public ReadOnlyMemory<byte> Json => Kind == ValueKind.Unreadable ? default : new(_bytes, _start, _length);

    /// <summary>The same.</summary>
    internal ReadOnlySpan<byte> Span => Kind == ValueKind.Unreadable ? default : new(_bytes, _start, _length);

    /// <summary>Why an unreadable value cannot be read, and what to do.</summary>
    public string Advice => Kind == ValueKind.Unreadable ? Encoding.UTF8.GetString(_bytes!) : "";

    /// <summary>True when missing or null.</summary>
    public bool IsMissing => Kind is ValueKind.Missing or ValueKind.Null;

    public bool IsScalar => Kind is ValueKind.Boolean or ValueKind.Number or ValueKind.String;

    /// <param name="token">The token that the value begins with.</param>
    /// <param name="json">The whole value.</param>
    public static FieldValue Of(JsonTokenType token, ReadOnlyMemory<byte> json) => new(KindOf(token), SegmentOf(json));

    /// <summary>A value from valid JSON bytes, without white space around them.</summary>
    public static FieldValue OfJson(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        return Of(reader.TokenType, json);
    }

    public static FieldValue OfString(string? text) =>
        text is null ? Missing : new(ValueKind.String, Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text)}\""));

    public static FieldValue OfBoolean(bool value) => new(ValueKind.Boolean, value ? "true"u8.ToArray() : "false"u8.ToArray());

    public static FieldValue OfNumber(int number) =>
        new(ValueKind.Number, Encoding.UTF8.GetBytes(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static FieldValue OfStrings(IEnumerable<string> texts) =>
        new(ValueKind.List, Encoding.UTF8.GetBytes($"[{string.Join(',', texts.Select(text => $"\"{JsonEncodedText.Encode(text)}\""))}]"));

    public static FieldValue Unreadable(string advice) => new(ValueKind.Unreadable, Encoding.UTF8.GetBytes(advice));

    /// <summary>A string itself, a boolean or number in its JSON form; null for everything else, which has no text.</summary>
    public string? Text => Kind switch
    {
        ValueKind.String => DecodeString(Span),
        ValueKind.Boolean or ValueKind.Number => Encoding.UTF8.GetString(Span),
        _ => null,
    };

    /// <summary>
    /// The text as UTF-8, without making a string of it; false when it is no scalar, or has escapes. Bytes from the cloud may
    /// be no UTF-8.
    /// </summary>
    internal bool TryUtf8(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!IsScalar || _isEscaped) return false;
        text = Kind == ValueKind.String ? new(_bytes, _start + 1, _length - 2) : new(_bytes, _start, _length);
        return true;
    }

    /// <summary>The same; false also when it has letters beyond ASCII.</summary>
    internal bool TryAscii(out ReadOnlySpan<byte> text) => TryUtf8(out text) && Ascii.IsValid(text);

    /// <summary>The same value in memory of its own, so that it outlives the image that it came from.</summary>
    public FieldValue Copy() => new(Kind, new ReadOnlySpan<byte>(_bytes, _start, _length).ToArray(), _isEscaped);

    /// <summary>Whether it stands in the same place of the same array.</summary>
    internal bool IsSameAs(FieldValue other) => ReferenceEquals(_bytes, other._bytes) && _start == other._start && _length == other._length;

    /// <summary>The items of a list; empty for anything else.</summary>
    public IReadOnlyList<FieldValue> Items()
    {
        if (Kind != ValueKind.List) return [];
        var items = new List<FieldValue>();
        var reader = new Utf8JsonReader(Span);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Take(ref reader, Segment));
        return items;
    }

    /// <summary>How many items a list has; 0 for anything else.</summary>
    internal int CountItems()
    {
        if (Kind != ValueKind.List) return 0;
        var count = 0;
        var reader = new Utf8JsonReader(Span);
        reader.Read();
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++) reader.Skip();
        return count;
    }

    /// <summary>The value that the reader stands on; leaves the reader on the value's last token.</summary>
    /// <param name="source">What the reader reads.</param>
    internal static FieldValue Take(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source) => Take(ref reader, SegmentOf(source));

    /// <summary>The same.</summary>
    internal static FieldValue Take(ref Utf8JsonReader reader, ArraySegment<byte> source)
    {
        var start = (int)reader.TokenStartIndex;
        var (token, isEscaped) = (reader.TokenType, reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped);
        reader.Skip();
        return new FieldValue(KindOf(token), source[start..(int)reader.BytesConsumed], isEscaped);
    }

    /// <summary>A part of an array, when all is known of it.</summary>
    internal static FieldValue Of(ValueKind kind, ArraySegment<byte> json, bool isEscaped) => new(kind, json, isEscaped);

    /// <summary>The bytes as part of an array, which all are that come from a cloud or a file.</summary>
    internal static ArraySegment<byte> SegmentOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) ? segment : new ArraySegment<byte>(bytes.ToArray());

    private ArraySegment<byte> Segment => new(_bytes!, _start, _length);

    internal static ValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.Null => ValueKind.Null,
        JsonTokenType.True or JsonTokenType.False => ValueKind.Boolean,
        JsonTokenType.Number => ValueKind.Number,
        JsonTokenType.String => ValueKind.String,
        JsonTokenType.StartArray => ValueKind.List,
        JsonTokenType.StartObject => ValueKind.Object,
        _ => throw new ArgumentOutOfRangeException(nameof(token), token, "No JSON value begins with this token."),
    };

    private static string DecodeString(ReadOnlySpan<byte> quoted)
    {
        var inner = quoted[1..^1];
        if (!inner.Contains((byte)'\\')) return Encoding.UTF8.GetString(inner);
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        return LoneSurrogates.ReadText(ref reader);
    }
}
