using System.Text.Json;
using ImsAudit.Reporting.Encodings;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>Texts of a SARIF file.</summary>
internal static class SarifText
{
    /// <summary>A text that no viewer reads a meaning into but its own.</summary>
    public static string Plain(string text) => VisibleText.Of(text);

    /// <summary>A message: brackets would else make a link (SARIF 3.11.6).</summary>
    public static string Message(string text) => VisibleText.Of(text, kept: "\n")
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("[", @"\[", StringComparison.Ordinal)
        .Replace("]", @"\]", StringComparison.Ordinal);

    /// <summary>The member <paramref name="name"/>: an object with <c>text</c> and, if given, <c>markdown</c>.</summary>
    public static void Write(Utf8JsonWriter writer, string name, string text, string? markdown = null)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", Message(text));
        if (markdown is not null) writer.WriteString("markdown", markdown);
        writer.WriteEndObject();
    }
}
