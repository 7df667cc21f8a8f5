using System.Globalization;
using System.Text;

namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// Makes characters visible that act instead of being seen: control characters (terminal escapes), bidirectional and
/// other format characters, line and paragraph separators. <c>U+001B</c> becomes the six characters <c>\u001b</c>.
/// </summary>
public static class VisibleText
{
    /// <param name="kept">Characters that stay as they are, such as line ends in a paragraph.</param>
    public static string Of(string text, string kept = "")
    {
        // Most texts are plain: seen at once, where a look at every character takes most of a large report's time.
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return text;
        if (!text.Any(c => Acts(c) && !kept.Contains(c, StringComparison.Ordinal))) return text;
        var visible = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Acts(rune) && !(rune.IsBmp && kept.Contains((char)rune.Value, StringComparison.Ordinal))) visible.Append(Escape(rune));
            else visible.Append(rune.ToString());
        }
        return visible.ToString();
    }

    /// <summary>True for what <see cref="Of"/> escapes.</summary>
    public static bool Acts(Rune rune) => Acts(Rune.GetUnicodeCategory(rune));

    /// <summary>The escape of one character: <c>\u</c> and four hexadecimal digits, twice for a surrogate pair.</summary>
    public static string Escape(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        var escaped = "";
        foreach (var unit in units[..rune.EncodeToUtf16(units)]) escaped += $"\\u{(int)unit:x4}";
        return escaped;
    }

    // A surrogate may be half of a formatting character (tags, U+E0001), or alone: the rune decides.
    private static bool Acts(char c) => char.IsSurrogate(c) || Acts(CharUnicodeInfo.GetUnicodeCategory(c));

    private static bool Acts(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
