using System.Globalization;
using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>A number: exact to 28 digits, beyond that a double.</summary>
public readonly record struct Number
{
    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private readonly decimal? _exact;
    private readonly double _double;

    private Number(decimal? exact, double approximate)
    {
        _exact = exact;
        _double = approximate;
    }

    internal static ValueReader<Number> Reader { get; } =
        ValueReader<Number>.OfKind(JsonKind.Number, "a number", "a number, or the text of one", Read);

    public static Number Of(long value) => new(value, value);

    public int CompareTo(Number other) => _exact is { } left && other._exact is { } right
        ? left.CompareTo(right)
        : _double.CompareTo(other._double);

    public override string ToString() => _exact?.ToString(CultureInfo.InvariantCulture) ?? _double.ToString(CultureInfo.InvariantCulture);

    internal static Reading<Number> Read(FieldValue value)
    {
        if (value.Kind is not (ValueKind.Number or ValueKind.String)) return Reading<Number>.Unreadable;
        if (value.TryUtf8(out var utf8) && TryDigits(utf8, out var whole)) return Reading<Number>.Of(Of(whole));
        return TryParse(value.Text, out var number) ? Reading<Number>.Of(number) : Reading<Number>.Unreadable;
    }

    /// <summary>Whole numbers, which almost all are, need no text.</summary>
    private static bool TryDigits(ReadOnlySpan<byte> text, out long number)
    {
        const int AlwaysFit = 18;
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = unchecked((number * 10) + digit - '0');
        }
        return text.Length is > 0 and <= AlwaysFit;
    }

    private static bool TryParse(string? text, out Number number)
    {
        number = default;
        if (!double.TryParse(text, Styles, CultureInfo.InvariantCulture, out var approximate) || !double.IsFinite(approximate)) return false;
        // A decimal takes what is smaller than it can tell for 0.
        var isExact = decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var exact) && (exact == 0) == (approximate == 0);
        number = new Number(isExact ? exact : null, approximate);
        return true;
    }
}
