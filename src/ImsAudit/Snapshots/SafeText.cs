using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ImsAudit.Snapshots;

/// <summary>Text from a file, made harmless so that a sentence may quote it: short, and without control or formatting characters.</summary>
internal static class SafeText
{
    private const int Longest = 300;

    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return Of(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return "(a text that is no Unicode)";
        }
    }

    public static string Of(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in text)
        {
            if (safe.Length >= Longest) return safe.Append("...").ToString();
            if (IsPlain(c)) safe.Append(c);
            else safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }
        return safe.ToString();
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse);
}
