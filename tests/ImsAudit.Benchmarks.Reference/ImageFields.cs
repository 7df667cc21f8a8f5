using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace ImsAudit.Benchmarks.Reference;

internal enum Truth : byte
{
    False = 0,
    Unknown = 1,
    True = 2,
}

/// <summary>One image: where its fields stand in the line, and questions about them, three-valued.</summary>
internal ref struct ImageFields
{
    private readonly ReadOnlySpan<byte> _line;
    private readonly Span<(JsonTokenType Kind, int Start, int Length)> _fields;

    public ImageFields(ReadOnlySpan<byte> line, Span<(JsonTokenType Kind, int Start, int Length)> fields)
    {
        _line = line;
        _fields = fields;
        fields.Clear();
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Fields.Of(reader.ValueSpan);
            reader.Read();
            if (field == Field.Unknown)
            {
                reader.Skip();
                continue;
            }
            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            fields[(int)field] = (kind, start, (int)reader.BytesConsumed - start);
        }
    }

    public JsonTokenType Kind(Field field) => _fields[(int)field].Kind;

    public bool IsMissing(Field field) => Kind(field) is JsonTokenType.None or JsonTokenType.Null;

    /// <summary>As it stands there, strings with their quotes.</summary>
    public ReadOnlySpan<byte> Raw(Field field)
    {
        var (_, start, length) = _fields[(int)field];
        return _line.Slice(start, length);
    }

    /// <summary>Strings without their quotes.</summary>
    public ReadOnlySpan<byte> Text(Field field) => Kind(field) == JsonTokenType.String ? Raw(field)[1..^1] : Raw(field);

    public Truth Equal(Field field, ReadOnlySpan<byte> text)
    {
        if (IsMissing(field)) return Truth.False;
        return IsScalar(field) ? Of(Ascii.EqualsIgnoreCase(Text(field), text)) : Truth.Unknown;
    }

    public Truth IsTrue(Field field)
    {
        if (IsMissing(field)) return Truth.False;
        if (Kind(field) is not (JsonTokenType.String or JsonTokenType.True or JsonTokenType.False)) return Truth.Unknown;
        var text = Text(field);
        if (Ascii.EqualsIgnoreCase(text, "true"u8)) return Truth.True;
        return Ascii.EqualsIgnoreCase(text, "false"u8) ? Truth.False : Truth.Unknown;
    }

    /// <summary>The number that stands there, or whose text does; false when neither.</summary>
    public bool TryNumber(Field field, out double number)
    {
        var text = Text(field);
        number = 0;
        return Kind(field) is JsonTokenType.Number or JsonTokenType.String && Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;
    }

    public Truth Contains(Field field, ReadOnlySpan<byte> part)
    {
        if (IsMissing(field)) return Truth.False;
        if (!IsScalar(field)) return Truth.Unknown;
        var text = Text(field);
        for (var at = 0; at + part.Length <= text.Length; at++)
        {
            var next = text[at..].IndexOfAny((byte)(part[0] & 0xdf), (byte)(part[0] | 0x20));
            if (next < 0 || (at += next) + part.Length > text.Length) return Truth.False;
            if (Ascii.EqualsIgnoreCase(text.Slice(at, part.Length), part)) return Truth.True;
        }
        return Truth.False;
    }

    /// <summary>Counts the texts of a list, and those that are the wanted one.</summary>
    public Truth HasItem(Field field, ReadOnlySpan<byte> wanted, out int count)
    {
        count = 0;
        if (IsMissing(field)) return Truth.False;
        if (Kind(field) != JsonTokenType.StartArray) return Truth.Unknown;
        var found = false;
        var reader = new Utf8JsonReader(Raw(field));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            count++;
            found |= Ascii.EqualsIgnoreCase(reader.ValueSpan, wanted);
        }
        return Of(found);
    }

    /// <summary>A time such as <c>2018-09-06T14:03:27Z</c>.</summary>
    public bool TryTime(Field field, out DateTime time)
    {
        time = default;
        var text = Text(field);
        if (Kind(field) != JsonTokenType.String || text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, (byte)'T', _, _, (byte)':', _, _, (byte)':', _, _, (byte)'Z']) return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day)) return false;
        if (!TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute) || !TryDigits(text[17..19], out var second)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        time = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = (number * 10) + digit - '0';
        }
        return true;
    }

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public bool IsEmpty(Field field) => IsMissing(field) || (Kind(field) == JsonTokenType.String && Text(field).Trim(" \t"u8).IsEmpty);

    private bool IsScalar(Field field) => Kind(field) is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;
}
