using System.Text;
using ImsAudit.Fields;

namespace ImsAudit.Drift;

/// <summary>A value from the cloud as an example: short, and masked when it looks like a secret.</summary>
internal static class ShownValue
{
    private const int Longest = 300;
    private const string Mask = "***";

    public static string Of(string field, FieldValue value) => SecretLook.Has(field, TextOf(value)) ? Mask : Capped(value);

    public static string Capped(FieldValue value)
    {
        var text = TextOf(value);
        if (text.Length <= Longest) return text;
        // Half a surrogate pair at the cut would be no text.
        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    private static string TextOf(FieldValue value) => value.Text ?? Encoding.UTF8.GetString(value.Json.Span);
}
