using System.Text.RegularExpressions;

namespace ImsAudit.Reporting.Model;

/// <summary>
/// A request of the API that a policy's remediation names, such as <c>PATCH /v2/images/{image_id}</c>, with the JSON that
/// stands behind it: what a reader wants to copy. Those that only read remedy nothing and are left in the text.
/// </summary>
internal static partial class Request
{
    /// <summary>In their order, each once; of several lines where there is a body.</summary>
    public static IReadOnlyList<string> In(string? remediation) => remediation is null
        ? []
        : [.. Line().Matches(remediation).Select(match => With(match, remediation)).Distinct(StringComparer.Ordinal)];

    private static string With(Match match, string text)
    {
        var line = $"{match.Groups["method"].Value} {match.Groups["path"].Value.TrimEnd('.')}";
        var start = match.Index + match.Length;
        return match.Groups["with"].Success && Balanced(text, start) is { } body ? $"{line}\n{body}" : line;
    }

    // The JSON that begins here; null when it has no end.
    private static string? Balanced(string text, int start)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] is '{' or '[') depth++;
            else if (text[at] is '}' or ']' && --depth == 0) return text[start..(at + 1)];
        }
        return null;
    }

    [GeneratedRegex(@"\b(?<method>POST|PUT|PATCH|DELETE) (?<path>/[A-Za-z0-9_{}/.?&-]+)(?<with>( with |，请求体为)(?=[\[{]))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
