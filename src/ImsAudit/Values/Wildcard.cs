namespace ImsAudit.Values;

/// <summary>A pattern that a whole text is held against: <c>*</c> any run, <c>?</c> one character.</summary>
public sealed class Wildcard(string pattern, bool caseSensitive)
{
    public string Pattern => pattern;

    public bool IsMatch(string text) => IsMatch(text, caseSensitive);

    /// <summary>As a leaf wants it that minds the case, or does not.</summary>
    public bool IsMatch(string text, bool mindsCase)
    {
        int at = 0, star = -1, resume = 0, p = 0;
        while (at < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = at;
            }
            else if (p < pattern.Length && pattern[p] == '?')
            {
                p++;
                at += CharacterLength(text, at);
            }
            else if (p < pattern.Length && Same(p, text, at, mindsCase))
            {
                p += CharacterLength(pattern, p);
                at += CharacterLength(text, at);
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                p = star + 1;
                resume += CharacterLength(text, resume);
                at = resume;
            }
            else return false;
        }
        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static int CharacterLength(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private bool Same(int p, string text, int at, bool mindsCase) => char.IsAscii(pattern[p]) && char.IsAscii(text[at])
        ? pattern[p] == text[at] || (!mindsCase && char.IsAsciiLetter(pattern[p]) && (pattern[p] ^ text[at]) == 0x20)
        : pattern.AsSpan(p, CharacterLength(pattern, p)).Equals(text.AsSpan(at, CharacterLength(text, at)), mindsCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
