using System.Globalization;
using System.Text;

namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// Makes characters visible that act instead of being seen: control characters (terminal escapes), bidirectional and
/// other format characters, line and paragraph separators; and those that are no characters or leave nothing to see,
/// which make two names of one. <c>U+001B</c> becomes the six characters <c>\u001b</c>.
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
    public static bool Acts(Rune rune) => Acts(Rune.GetUnicodeCategory(rune)) || IsUnseen(rune.Value);

    /// <summary>The escape of one character: <c>\u</c> and four hexadecimal digits, twice for a surrogate pair.</summary>
    public static string Escape(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        var escaped = "";
        foreach (var unit in units[..rune.EncodeToUtf16(units)]) escaped += $"\\u{(int)unit:x4}";
        return escaped;
    }

    // A surrogate may be half of a formatting character (tags, U+E0001), or alone: the rune decides.
    private static bool Acts(char c) => char.IsSurrogate(c) || Acts(CharUnicodeInfo.GetUnicodeCategory(c)) || IsUnseen(c);

    // Noncharacters, and of Default_Ignorable_Code_Point what is no format character: https://www.unicode.org/reports/tr44/.
    // The variation selectors of emoji (U+FE0F) stay: what they belong to is seen.
    private static bool IsUnseen(int value) => (value & 0xFFFE) == 0xFFFE
        || value is (>= 0xFDD0 and <= 0xFDEF) or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool Acts(UnicodeCategory category) => category
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
