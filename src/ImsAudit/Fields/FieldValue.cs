using System.Text;
using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>The value of one field of one image: its JSON bytes as received, decoded only when an operator asks.</summary>
public readonly struct FieldValue
{
    private readonly string? _advice;
    private readonly bool _isEscaped;

    private FieldValue(ValueKind kind, ReadOnlyMemory<byte> json, string? advice = null, bool? isEscaped = null)
    {
        Kind = kind;
        Json = json;
        _advice = advice;
        _isEscaped = isEscaped ?? (kind == ValueKind.String && json.Span.Contains((byte)'\\'));
    }

    public static FieldValue Missing => default;

    public ValueKind Kind { get; }

    /// <summary>The value as JSON; empty when missing or unreadable.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Why an unreadable value cannot be read, and what to do.</summary>
    public string Advice => _advice ?? "";

    /// <summary>True when missing or null.</summary>
    public bool IsMissing => Kind is ValueKind.Missing or ValueKind.Null;

    public bool IsScalar => Kind is ValueKind.Boolean or ValueKind.Number or ValueKind.String;

    /// <param name="token">The token that the value begins with.</param>
    /// <param name="json">The whole value.</param>
    public static FieldValue Of(JsonTokenType token, ReadOnlyMemory<byte> json) => new(KindOf(token), json);

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

    public static FieldValue Unreadable(string advice) => new(ValueKind.Unreadable, default, advice);

    /// <summary>A string itself, a boolean or number in its JSON form; null for everything else, which has no text.</summary>
    public string? Text => Kind switch
    {
        ValueKind.String => DecodeString(Json.Span),
        ValueKind.Boolean or ValueKind.Number => Encoding.UTF8.GetString(Json.Span),
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
        var json = Json.Span;
        text = Kind == ValueKind.String ? json[1..^1] : json;
        return true;
    }

    /// <summary>The same; false also when it has letters beyond ASCII.</summary>
    internal bool TryAscii(out ReadOnlySpan<byte> text) => TryUtf8(out text) && Ascii.IsValid(text);

    /// <summary>The same value in memory of its own, so that it outlives the image that it came from.</summary>
    public FieldValue Copy() => new(Kind, Json.ToArray(), _advice, _isEscaped);

    /// <summary>The items of a list; empty for anything else.</summary>
    public IReadOnlyList<FieldValue> Items()
    {
        if (Kind != ValueKind.List) return [];
        var items = new List<FieldValue>();
        var reader = new Utf8JsonReader(Json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Take(ref reader, Json));
        return items;
    }

    /// <summary>How many items a list has; 0 for anything else.</summary>
    internal int CountItems()
    {
        if (Kind != ValueKind.List) return 0;
        var count = 0;
        var reader = new Utf8JsonReader(Json.Span);
        reader.Read();
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++) reader.Skip();
        return count;
    }

    /// <summary>The value that the reader stands on; leaves the reader on the value's last token.</summary>
    internal static FieldValue Take(ref Utf8JsonReader reader, ReadOnlyMemory<byte> source)
    {
        var start = (int)reader.TokenStartIndex;
        var (token, isEscaped) = (reader.TokenType, reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped);
        reader.Skip();
        return new FieldValue(KindOf(token), source[start..(int)reader.BytesConsumed], isEscaped: isEscaped);
    }

    private static ValueKind KindOf(JsonTokenType token) => token switch
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
