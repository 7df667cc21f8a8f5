using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ImsAudit.Tests.Naive;

/// <summary>Reads values as operators need them; null is "cannot be read".</summary>
internal static partial class NaiveReading
{
    public static bool? Boolean(NaiveValue value) => value.Json?.ValueKind == System.Text.Json.JsonValueKind.Number ? null : value.Text?.ToLowerInvariant() switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    /// <summary>A number as digits and power of ten.</summary>
    public static (BigInteger Digits, int Power)? Number(NaiveValue value)
    {
        if (value.Json?.ValueKind is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) return null;
        if (value.Text is not { } text || NumberForm().Match(text) is not { Success: true } match) return null;
        var fraction = match.Groups["fraction"].Value;
        var digits = BigInteger.Parse(match.Groups["sign"].Value + "0" + match.Groups["whole"].Value + fraction, CultureInfo.InvariantCulture);
        return (digits, (match.Groups["power"].Success ? int.Parse(match.Groups["power"].Value, CultureInfo.InvariantCulture) : 0) - fraction.Length);
    }

    public static int Compare((BigInteger Digits, int Power) left, (BigInteger Digits, int Power) right)
    {
        var power = Math.Min(left.Power, right.Power);
        return (left.Digits * BigInteger.Pow(10, left.Power - power)).CompareTo(right.Digits * BigInteger.Pow(10, right.Power - power));
    }

    /// <summary>Ticks since year 1.</summary>
    public static BigInteger? Timestamp(NaiveValue value, bool orDate = false)
    {
        if (value.Json?.ValueKind != System.Text.Json.JsonValueKind.String) return null;
        var match = TimeForm().Match(value.Text!);
        if (!match.Success && orDate) match = DateForm().Match(value.Text!);
        if (!match.Success) return null;
        int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
        try
        {
            var whole = new DateTime(Part("y"), Part("mo"), Part("d"), Part("h"), Part("mi"), Part("s"), DateTimeKind.Utc);
            return whole.Ticks + int.Parse(match.Groups["f"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Ticks.</summary>
    public static BigInteger? Duration(NaiveValue value)
    {
        if (value.Json?.ValueKind != System.Text.Json.JsonValueKind.String) return null;
        var text = value.Text!;
        var match = Regex.Match(text, @"^(?<n>[0-9]+)(?<u>[dwhms])\z");
        if (match.Success) return BigInteger.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) * Unit(match.Groups["u"].Value);
        match = Regex.Match(text, @"^P(?:(?<w>[0-9]+)W)?(?:(?<d>[0-9]+)D)?(?<t>T(?:(?<h>[0-9]+)H)?(?:(?<m>[0-9]+)M)?(?:(?<s>[0-9]+)S)?)?\z");
        if (!match.Success || text == "P" || text.EndsWith('T')) return null;
        return new[] { "w", "d", "h", "m", "s" }.Where(unit => match.Groups[unit].Success)
            .Aggregate(BigInteger.Zero, (sum, unit) => sum + (BigInteger.Parse(match.Groups[unit].Value, CultureInfo.InvariantCulture) * Unit(unit)));
    }

    public static BigInteger[]? Version(NaiveValue value)
    {
        if (value.Text is not { } text) return null;
        var match = Regex.Match(text, @"[0-9]+(\.[0-9]+)*");
        return match.Success ? [.. match.Value.Split('.').Select(part => BigInteger.Parse(part, CultureInfo.InvariantCulture))] : null;
    }

    public static int Compare(BigInteger[] left, BigInteger[] right)
    {
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var order = left.ElementAtOrDefault(i).CompareTo(right.ElementAtOrDefault(i));
            if (order != 0) return order;
        }
        return 0;
    }

    public static bool Like(string text, string pattern, StringComparison comparison) =>
        Like(Characters(text), Characters(pattern), comparison);

    private static bool Like(ReadOnlySpan<string> text, ReadOnlySpan<string> pattern, StringComparison comparison)
    {
        if (pattern.IsEmpty) return text.IsEmpty;
        if (pattern[0] == "*") return Like(text, pattern[1..], comparison) || (!text.IsEmpty && Like(text[1..], pattern, comparison));
        return !text.IsEmpty && (pattern[0] == "?" || text[0].Equals(pattern[0], comparison)) && Like(text[1..], pattern[1..], comparison);
    }

    private static string[] Characters(string text) => [.. text.EnumerateRunes().Select(rune => rune.ToString())];

    private static BigInteger Unit(string unit) => TimeSpan.TicksPerSecond * unit switch
    {
        "w" => 7 * 24 * 3600,
        "d" => 24 * 3600,
        "h" => 3600,
        "m" => 60,
        _ => 1,
    };

    [GeneratedRegex(@"^(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]*))?(?:[eE](?<power>[+-]?[0-9]{1,3}))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<mo>[0-9]{2})-(?<d>[0-9]{2})(?:T(?<h>[0-9]{2}):(?<mi>[0-9]{2}):(?<s>[0-9]{2})(?:\.(?<f>[0-9]+))?Z| (?<h>[0-9]{2}):(?<mi>[0-9]{2}):(?<s>[0-9]{2}))\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<mo>[0-9]{2})-(?<d>[0-9]{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateForm();
}
