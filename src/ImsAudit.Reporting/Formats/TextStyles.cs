using ImsAudit.Policies;
using Spectre.Console;

namespace ImsAudit.Reporting.Formats;

/// <summary>Colours of the text report. They only underline what the words say.</summary>
internal static class TextStyles
{
    public static Style Bold { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    public static Style Warning { get; } = new(Color.Yellow, decoration: Decoration.Bold);

    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);

    public static Style Good { get; } = new(Color.Green, decoration: Decoration.Bold);

    public static Style Of(Severity severity) => severity switch
    {
        Severity.Critical => Bad,
        Severity.High => new Style(Color.Red),
        Severity.Medium => new Style(Color.Yellow),
        Severity.Low => new Style(Color.Blue),
        _ => Style.Plain,
    };
}
