using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ImsAudit.Reporting.Encodings;

/// <summary>
/// Markdown as GitHub reads it. Punctuation is written as numbered entities, which make neither markup nor table cells.
/// What sites look for in the text when all entities are decoded (mentions, issue numbers and GitLab's other references,
/// addresses) is parted by an invisible word joiner.
/// </summary>
public sealed partial class MarkdownEncoding : ReportEncoding
{
    private const string Joiner = "&#8288;";
    private const char LineEnd = '\u21B5';

    internal override string Encode(string text, ValuePlace? place)
    {
        var lines = text.ReplaceLineEndings("\n");
        var schemeEnd = Scheme().Match(lines) is { Success: true } scheme ? scheme.Length - 1 : -1;
        var encoded = new StringBuilder(lines.Length + 16);
        var at = 0;
        foreach (var rune in lines.EnumerateRunes())
        {
            Append(encoded, rune, lines, at);
            if (at == schemeEnd || NeedsJoiner(lines, at)) encoded.Append(Joiner);
            at += rune.Utf16SequenceLength;
        }
        return encoded.ToString();
    }

    internal override string Link(string address)
    {
        if (!IsWeb(address)) return Encode(address, place: null);
        // In pointed brackets nothing is markup but the brackets, the backslash, entities, and (in tables) the bar.
        var target = Uri.EscapeDataString(address);
        foreach (var allowed in "-._~:/?#@!$'*+,;=%") target = target.Replace(Uri.HexEscape(allowed), allowed.ToString(), StringComparison.Ordinal);
        return $"[{Encode(address, place: null)}](<{target.Replace("%26", "&amp;", StringComparison.Ordinal)}>)";
    }

    private static void Append(StringBuilder encoded, Rune rune, string text, int at)
    {
        if (rune.Value == '\n') encoded.Append(LineEnd);
        else if (VisibleText.Acts(rune)) encoded.Append(VisibleText.Escape(rune).Replace(@"\", "&#92;", StringComparison.Ordinal));
        else if (!rune.IsAscii || IsPlain((char)rune.Value, text, at)) encoded.Append(rune.ToString());
        else encoded.Append("&#").Append(rune.Value.ToString(CultureInfo.InvariantCulture)).Append(';');
    }

    // What needs no entity: mostly by where it stands, as a full stop behind a word, so that the source stays readable.
    private static bool IsPlain(char c, string text, int at) =>
        char.IsAsciiLetterOrDigit(c)
        || c is ',' or ';' or '?' or '%' or '/'
        || (c is '-' or '(' or ')' && at > 0)
        || (c == ' ' && at > 0 && at < text.Length - 1)
        || (c is '_' or '.' && IsLetterOrDigit(text, at - 1) && IsLetterOrDigit(text, at + 1))
        || (c is '.' or ':' && EndsWord(text.AsSpan(0, at)) && IsBlank(text, at + 1))
        || (c == ':' && IsDigit(text, at - 1) && IsDigit(text, at + 1));

    private static bool NeedsJoiner(string text, int at) => text[at] switch
    {
        '@' => IsLetterOrDigit(text, at + 1),
        '#' or '!' or '$' or '&' => IsDigit(text, at + 1),
        '~' or '%' => IsLetterOrDigit(text, at + 1) || (at + 1 < text.Length && text[at + 1] == '"'),
        '-' => at >= 2 && IsDigit(text, at + 1) && text.AsSpan(at - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase),
        ':' => at + 1 < text.Length && text[at + 1] == '/',
        'w' or 'W' => at >= 2 && at + 1 < text.Length && text[at + 1] == '.' && text.AsSpan(at - 2, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsLetterOrDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);

    // Not a number alone, which with its full stop would begin a list.
    private static bool EndsWord(ReadOnlySpan<char> before) =>
        before.Length > 0 && (char.IsAsciiLetterOrDigit(before[^1]) || before[^1] == ')') && before.ContainsAnyExceptInRange('0', '9');

    private static bool IsBlank(string text, int at) => at >= text.Length || text[at] == ' ';

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    [GeneratedRegex(@"^\s*[A-Za-z][A-Za-z0-9+.\-]*:(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
