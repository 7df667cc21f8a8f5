using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ImsAudit.Json;

/// <summary>
/// Strings of JSON from the cloud. JSON may write half of a surrogate pair (<c>"\ud800"</c>), and bytes may be no UTF-8;
/// .NET has no string for either and throws. Here such a piece is read as U+FFFD, because an image must not stop a scan by
/// its name.
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
            return Mend(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)));
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
            return Mend($"\"{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property))}\"");
        }
    }

    /// <param name="raw">A JSON string with its quotes; what was no UTF-8 is U+FFFD already.</param>
    private static string Mend(string raw)
    {
        var mended = Escapes().Replace(raw, match => match.Length == 6 && IsSurrogate(match.Value) ? @"\ufffd" : match.Value);
        using var document = JsonDocument.Parse(mended);
        return document.RootElement.GetString()!;
    }

    private static bool IsSurrogate(string escape) => escape[1] == 'u' && escape[2] is 'd' or 'D' && escape[3] is not (>= '0' and <= '7');

    // A whole pair (12 characters), one \uXXXX (6) or a short escape (2): read from left to right, so that "\\ud800" is no escape.
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
