namespace ImsAudit.Fields;

/// <summary>A tag as the API gives it: <c>key=value</c> today, <c>key.value</c> before; native tags have no value.</summary>
public static class TagText
{
    /// <summary>The key is the text before the first <c>=</c>, else before the first <c>.</c>, else all of it.</summary>
    public static (string Key, string Value) Split(string tag)
    {
        var at = tag.IndexOf('=', StringComparison.Ordinal);
        if (at < 0) at = tag.IndexOf('.', StringComparison.Ordinal);
        return at < 0 ? (tag, "") : (tag[..at], tag[(at + 1)..]);
    }
}
