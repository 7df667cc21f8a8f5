using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ImsAudit.Json;

/// <summary>
/// How JSON is written to files here: Chinese stays readable, while what could mean something to a page, a terminal or a
/// reader's eye (markup, control characters, bidirectional and invisible formatting) is escaped.
/// </summary>
public static class SafeJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    /// <summary>Escapes <c>&lt; &gt; &amp; ' +</c> and the backtick, control and formatting characters; never other letters of the BMP.</summary>
    public static JavaScriptEncoder Encoder { get; } = CreateEncoder();

    public static JsonWriterOptions Indented { get; } = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = Encoder };

    public static JsonWriterOptions OneLine { get; } = new() { Indented = false, NewLine = "\n", Encoder = Encoder };

    /// <summary>A moment as UTC with <c>Z</c>, with as many decimals of a second as it has.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        for (var c = '\0'; c < char.MaxValue; c++)
            if (char.GetUnicodeCategory(c) == UnicodeCategory.Format)
                settings.ForbidCharacter(c);
        return JavaScriptEncoder.Create(settings);
    }
}
