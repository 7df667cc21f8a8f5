namespace ImsAudit.Reporting.Formats;

/// <summary>Texts for places that hold only so much.</summary>
internal static class ShortText
{
    /// <summary>At most that many UTF-16 units, ending in <c>…</c> when something was cut; no surrogate pair is parted.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = most - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
