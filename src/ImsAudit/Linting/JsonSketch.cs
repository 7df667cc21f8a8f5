using System.Text;
using ImsAudit.Json;

namespace ImsAudit.Linting;

/// <summary>JSON for messages: on one line, and short.</summary>
internal static class JsonSketch
{
    private const int Longest = 60;

    public static string Of(JsonNodeAt node)
    {
        var text = string.Join(' ', Encoding.UTF8.GetString(node.Json.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
    }
}
