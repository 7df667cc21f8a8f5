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
}
