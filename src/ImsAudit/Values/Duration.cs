using System.Globalization;
using System.Text.RegularExpressions;
using ImsAudit.Fields;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>Durations: <c>90d</c>, <c>12w</c>, <c>36h</c>, <c>30m</c>, <c>45s</c>, or ISO 8601 of fixed length (<c>P90D</c>, <c>PT36H</c>, <c>P1DT12H</c>).</summary>
public static partial class Duration
{
    /// <summary>What is longer is as long as a <see cref="TimeSpan"/> can be: some 29,000 years.</summary>
    private const decimal LongestSeconds = long.MaxValue / TimeSpan.TicksPerSecond;

    internal static ValueReader<TimeSpan> Reader { get; } = ValueReader<TimeSpan>.OfKind(
        JsonKind.String,
        "a duration such as \"90d\", \"36h\" or \"P90D\"",
        "a duration such as 90d, 36h or P90D",
        value => value.Kind == ValueKind.String && TryParse(value.Text!, out var duration) ? Reading<TimeSpan>.Of(duration) : Reading<TimeSpan>.Unreadable);

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Short().Match(text);
        if (!match.Success) match = Iso().Match(text);
        if (!match.Success || text.EndsWith('T')) return false;
        var seconds = 0m;
        foreach (var (unit, factor) in new[] { ("w", 604800m), ("d", 86400m), ("h", 3600m), ("m", 60m), ("s", 1m) })
            if (match.Groups[unit] is { Success: true } group && !TryAdd(ref seconds, group.Value, factor))
                return false;
        duration = seconds < LongestSeconds ? TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)) : TimeSpan.MaxValue;
        return true;
    }

    /// <summary>The moment that lies a duration before another; never before the first moment that there is.</summary>
    public static DateTimeOffset Before(DateTimeOffset moment, TimeSpan duration) =>
        duration > moment - DateTimeOffset.MinValue ? DateTimeOffset.MinValue : moment - duration;

    /// <summary>The moment that lies a duration after another; never after the last moment that there is.</summary>
    public static DateTimeOffset After(DateTimeOffset moment, TimeSpan duration) =>
        duration > DateTimeOffset.MaxValue - moment ? DateTimeOffset.MaxValue : moment + duration;

    private static bool TryAdd(ref decimal seconds, string digits, decimal factor)
    {
        if (!decimal.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
        seconds += Math.Min(count, LongestSeconds) * factor;
        return true;
    }

    [GeneratedRegex(@"^(?:(?<w>[0-9]+)w|(?<d>[0-9]+)d|(?<h>[0-9]+)h|(?<m>[0-9]+)m|(?<s>[0-9]+)s)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Short();

    [GeneratedRegex(@"^P(?=[0-9T])(?:(?<w>[0-9]+)W)?(?:(?<d>[0-9]+)D)?(?:T(?:(?<h>[0-9]+)H)?(?:(?<m>[0-9]+)M)?(?:(?<s>[0-9]+)S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();
}
