using System.Globalization;
using System.Text.RegularExpressions;
using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>
/// UTC timestamps in the forms that the API gives: <c>2018-09-06T14:03:27Z</c>, with or without a fraction, or
/// <c>2018-09-06 14:03:27</c>.
/// </summary>
public static partial class Timestamp
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss"];

    internal static ValueReader<DateTimeOffset> Reader { get; } = new(
        "a UTC timestamp such as 2018-09-06T14:03:27Z",
        "a UTC timestamp such as \"2018-09-06T14:03:27Z\", or a date such as \"2018-09-06\"",
        Read,
        node => node.Kind == JsonKind.String && TryParseTimeOrDate(node.Text!, out var time) ? Reading<DateTimeOffset>.Of(time) : Reading<DateTimeOffset>.Unreadable);

    private static Reading<DateTimeOffset> Read(FieldValue value)
    {
        if (value.Kind != ValueKind.String) return Reading<DateTimeOffset>.Unreadable;
        if (value.TryUtf8(out var utf8) && TryParseUsual(utf8, out var usual)) return Reading<DateTimeOffset>.Of(usual);
        return TryParse(value.Text!, out var time) ? Reading<DateTimeOffset>.Of(time) : Reading<DateTimeOffset>.Unreadable;
    }

    /// <summary>The form that almost all have, <c>2018-09-06T14:03:27Z</c>, without making a text; what it does not take may still be a time.</summary>
    private static bool TryParseUsual(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text is not [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _, (byte)'T', _, _, (byte)':', _, _, (byte)':', _, _, (byte)'Z']) return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        time = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    /// <summary>Below 0 when one is no digit.</summary>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text) number = digit is >= (byte)'0' and <= (byte)'9' ? (number * 10) + digit - '0' : -100_000;
        return number;
    }

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        if (Fraction().Match(text) is { Success: true } match)
        {
            if (!TryParseWhole(match.Groups["whole"].Value + "Z", out time)) return false;
            time = time.AddTicks(TicksOf(match.Groups["fraction"].Value));
            return true;
        }
        return TryParseWhole(text, out time);
    }

    /// <summary>A date means 00:00 UTC of that day.</summary>
    public static bool TryParseTimeOrDate(string text, out DateTimeOffset time)
    {
        if (TryParse(text, out time)) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return false;
        time = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
        return true;
    }

    private static bool TryParseWhole(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    private static long TicksOf(string fraction) => long.Parse(fraction.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<whole>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})\.(?<fraction>[0-9]{1,64})Z\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fraction();
}
