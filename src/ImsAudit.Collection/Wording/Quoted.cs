namespace ImsAudit.Collection.Wording;

/// <summary>Text of a server inside our sentences: as it came, but never long. The writers of reports encode it.</summary>
internal static class Quoted
{
    private const int Longest = 300;

    public static string Capped(string text) => Capped(text, Longest);

    public static string Capped(string text, int longest)
    {
        if (text.Length <= longest) return text;
        // Half a surrogate pair at the cut would be no text.
        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..end] + "…";
    }

    /// <summary>An address without what may be a secret: the user name and password, the query and the fragment.</summary>
    public static string Address(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var begin = scheme < 0 ? 0 : scheme + 3;
        var at = url.LastIndexOf('@');
        if (at >= begin) url = $"{url[..begin]}…{url[at..]}";
        var tail = url.IndexOfAny(['?', '#'], begin);
        return tail < 0 ? url : $"{url[..tail]}{url[tail]}…";
    }
}
