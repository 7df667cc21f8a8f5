using System.Text;

namespace ImsAudit.History;

/// <summary>Text of the cloud as both databases can hold it: PostgreSQL takes no NUL, and neither takes half a letter.</summary>
internal static class StoredText
{
    private const char Replacement = '\uFFFD';

    public static string? Of(string? text)
    {
        if (text is null || !NeedsMending(text)) return text;
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace('\0', Replacement)));
    }

    private static bool NeedsMending(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0', StringComparison.Ordinal);
}
