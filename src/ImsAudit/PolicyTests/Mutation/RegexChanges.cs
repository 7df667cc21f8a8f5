namespace ImsAudit.PolicyTests.Mutation;

/// <summary>Changes of a regular expression: an anchor dropped, an alternative dropped, or nothing matched at all.</summary>
internal static class RegexChanges
{
    public static IEnumerable<string> Of(string pattern)
    {
        var alternatives = Alternatives(pattern);
        if (alternatives.Count > 1)
            return alternatives.Select((_, left) => string.Join('|', alternatives.Where((_, index) => index != left)));
        return WithoutAnchors(pattern).Append($"(?:{pattern})[^\\s\\S]");
    }

    private static IEnumerable<string> WithoutAnchors(string pattern)
    {
        if (pattern.StartsWith('^')) yield return pattern[1..];
        if (pattern.EndsWith(@"\z", StringComparison.Ordinal)) yield return pattern[..^2];
        else if (pattern.EndsWith('$') && !pattern.EndsWith(@"\$", StringComparison.Ordinal)) yield return pattern[..^1];
    }

    /// <summary>The parts between the bars that stand in no group and no class.</summary>
    private static List<string> Alternatives(string pattern)
    {
        var parts = new List<string>();
        var (depth, start, inClass) = (0, 0, false);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (inClass) inClass = pattern[i] != ']';
            else if (pattern[i] == '[') inClass = true;
            else if (pattern[i] is '(' or ')') depth += pattern[i] == '(' ? 1 : -1;
            else if (pattern[i] == '|' && depth == 0)
            {
                parts.Add(pattern[start..i]);
                start = i + 1;
            }
        }
        parts.Add(pattern[start..]);
        return parts;
    }
}
