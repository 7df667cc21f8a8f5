using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Reporting.Formats.GitHub;

/// <summary>One workflow command. Whatever its texts hold, it is one line, one command, and its own.</summary>
/// <param name="Level"><c>error</c>, <c>warning</c> or <c>notice</c>.</param>
internal sealed record Annotation(string Level, string Title, string Message)
{
    // In UTF-16 units. GitHub cuts titles at 255 characters; a message as long as a log helps nobody.
    private const int LongestTitle = 200;
    private const int LongestMessage = 4000;

    public string Command() => $"::{Level} title={Property(ShortText.Of(Title, LongestTitle))}::{Data(ShortText.Of(Message, LongestMessage))}";

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    // Line ends are visible text after the first step, so that none is left to escape; the two stay for the day when that changes.
    private static string Data(string text) => Parted(VisibleText.Of(text))
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    // "##[command]" and "##vso[...]" are commands to other runners and to older ones, wherever in a line they stand.
    private static string Parted(string text)
    {
        while (text.Contains("##", StringComparison.Ordinal)) text = text.Replace("##", "# #", StringComparison.Ordinal);
        return text;
    }
}
