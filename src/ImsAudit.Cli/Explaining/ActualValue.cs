using System.Text;
using ImsAudit.Fields;

namespace ImsAudit.Cli.Explaining;

/// <summary>A field's value for people: missing, null and empty are three things.</summary>
internal static class ActualValue
{
    private const int Longest = 200;

    /// <param name="masked">A sensitive policy's values are not shown, only whether there is one.</param>
    public static string Of(FieldValue value, bool masked) => value.Kind switch
    {
        ValueKind.Missing => "missing",
        ValueKind.Null => "null",
        ValueKind.Unreadable => $"cannot be told: {value.Advice}",
        _ when masked => "***",
        ValueKind.String when value.Text is { Length: 0 } => "\"\", empty",
        ValueKind.String => Shorten($"\"{value.Text}\""),
        _ => Shorten(Encoding.UTF8.GetString(value.Json.Span)),
    };

    private static string Shorten(string text)
    {
        if (text.Length <= Longest) return text;
        // Half a surrogate pair at the cut would be no text.
        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return $"{text[..end]}… ({text.Length} characters)";
    }
}
