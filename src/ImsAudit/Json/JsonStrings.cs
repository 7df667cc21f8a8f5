using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImsAudit.Json;

/// <summary>
/// Strings of JSON from the cloud. JSON may write half of a surrogate pair (<c>"\ud800"</c>), for which .NET has no string
/// in UTF-8 and throws; such a half is read as U+FFFD, because an image must not stop a scan by its name.
/// </summary>
public static partial class JsonStrings
{
    public static string Read(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException) when (text.ValueKind == JsonValueKind.String)
        {
            return Whole(text.GetRawText());
        }
    }

    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // There is no raw text of a name alone; the whole member's begins with it.
            var member = property.ToString();
            return Whole(NameText().Match(member).Value);
        }
    }

    private static string Whole(string raw)
    {
        var mended = Escapes().Replace(raw, match => match.Value.Length == 6 && IsSurrogate(match.Value) ? @"\ufffd" : match.Value);
        using var document = JsonDocument.Parse(mended);
        return document.RootElement.GetString()!;
    }

    private static bool IsSurrogate(string escape) => escape[1] == 'u' && escape[2] is 'd' or 'D' && escape[3] is not (>= '0' and <= '7');

    // A whole pair (12 characters), one \uXXXX (6) or a short escape (2): read from left to right, so that "\\ud800" is no escape.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"^""(?:[^""\\]|\\.)*""", RegexOptions.CultureInvariant)]
    private static partial Regex NameText();
}
