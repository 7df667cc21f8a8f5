using Microsoft.Playwright;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
public sealed record Look(int Width, ColorScheme Colors = ColorScheme.Light, Media Media = Media.Screen)
{
    public static Look Desktop { get; } = new(1280);

    public static Look Dark { get; } = new(1280, ColorScheme.Dark);

    public static Look Phone { get; } = new(390);

    /// <summary>The width between the margins of a sheet of A4, from a desktop that is dark.</summary>
    public static Look Paper { get; } = new(718, ColorScheme.Dark, Media.Print);

    /// <summary>As if the report had no content security policy: its encoding alone must hold.</summary>
    public bool WithoutContentSecurityPolicy { get; init; }

    /// <summary>As if the reader let no page run scripts.</summary>
    public bool WithoutScripts { get; init; }

    public static Look Named(string name) => name switch
    {
        "desktop" => Desktop,
        "dark" => Dark,
        "phone" => Phone,
        "paper" => Paper,
        _ => Desktop with { WithoutContentSecurityPolicy = true },
    };
}
