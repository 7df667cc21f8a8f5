namespace ImsAudit.Values;

/// <summary>A pattern that a whole text is held against: <c>*</c> any run, <c>?</c> one character.</summary>
public sealed class Wildcard(string pattern, bool caseSensitive)
{
    public string Pattern => pattern;

    public bool IsMatch(string text)
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
            else if (p < pattern.Length && Same(pattern[p], text[at]))
            {
                p++;
                at++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                p = star + 1;
                at = ++resume;
            }
            else return false;
        }
        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static int CharacterLength(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    private bool Same(char left, char right) =>
        left == right || (!caseSensitive && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));
}
