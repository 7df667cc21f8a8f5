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
        value => value.Kind == ValueKind.String && TryParse(value.Text!, out var time) ? Reading<DateTimeOffset>.Of(time) : Reading<DateTimeOffset>.Unreadable,
        node => node.Kind == JsonKind.String && TryParseTimeOrDate(node.Text!, out var time) ? Reading<DateTimeOffset>.Of(time) : Reading<DateTimeOffset>.Unreadable);

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
