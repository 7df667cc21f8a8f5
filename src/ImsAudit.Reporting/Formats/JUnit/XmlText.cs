using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Reporting.Formats.JUnit;

/// <summary>Text that XML 1.0 can hold: what it cannot, as most control characters, is made visible instead of being lost.</summary>
internal static class XmlText
{
    public static string Of(string text) => WithoutNonCharacters(VisibleText.Of(text));

    /// <summary>Keeps the line ends.</summary>
    public static string OfLines(string text) => WithoutNonCharacters(VisibleText.Of(text, kept: "\n"));

    // Halves of surrogate pairs are gone already: VisibleText writes them as U+FFFD.
    private static string WithoutNonCharacters(string text) =>
        text.Replace("\uFFFE", @"\ufffe", StringComparison.Ordinal).Replace("\uFFFF", @"\uffff", StringComparison.Ordinal);
}
