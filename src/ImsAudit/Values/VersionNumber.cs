using System.Text.RegularExpressions;
using ImsAudit.Json;

namespace ImsAudit.Values;

/// <summary>The first dotted number in a text, such as 7.6 in "CentOS 7.6 64bit"; parts that are missing are 0.</summary>
public sealed partial class VersionNumber
{
    private readonly string[] _parts;

    private VersionNumber(string[] parts) => _parts = parts;

    internal static ValueReader<VersionNumber> Reader { get; } = ValueReader<VersionNumber>.OfKind(
        JsonKind.String,
        "a version as text, such as \"7.6\"",
        "a text with a version number in it",
        value => TryParse(value.Text) is { } version ? Reading<VersionNumber>.Of(version) : Reading<VersionNumber>.Unreadable);

    public static VersionNumber? TryParse(string? text) => text is not null && Pattern().Match(text) is { Success: true } match
        ? new VersionNumber([.. match.Value.Split('.').Select(part => part.TrimStart('0'))])
        : null;

    public int CompareTo(VersionNumber other)
    {
        for (var i = 0; i < Math.Max(_parts.Length, other._parts.Length); i++)
            if (ComparePart(PartAt(i), other.PartAt(i)) is not 0 and var order)
                return order;
        return 0;
    }

    private string PartAt(int index) => index < _parts.Length ? _parts[index] : "";

    /// <summary>Compares digits without leading zeros; a text may hold more of them than any integer type.</summary>
    private static int ComparePart(string left, string right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
