using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Reporting.Formats.JUnit;

/// <summary>Text that XML 1.0 can hold: what it cannot, as most control characters, is made visible instead of being lost.</summary>
internal static class XmlText
{
    public static string Of(string text) => VisibleText.Of(text);

    /// <summary>Keeps the line ends.</summary>
    public static string OfLines(string text) => VisibleText.Of(text, kept: "\n");
}
