namespace ImsAudit.Cli.Tests.Browser;

/// <summary>A test in a real browser; skipped, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium.WhyNot;
}

/// <inheritdoc cref="ChromiumFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumTheoryAttribute : TheoryAttribute
{
    public ChromiumTheoryAttribute() => Skip = Chromium.WhyNot;
}

internal static class Chromium
{
    /// <summary>Debian's. Playwright would download one of its own, from a host that a build must not need.</summary>
    public const string Path = "/usr/bin/chromium";

    /// <summary>Why no browser can run here; null when one can.</summary>
    public static string? WhyNot { get; } = File.Exists(Path) ? null : $"{Path} is not on this machine: install Debian's package chromium.";

    /// <summary>As root there is no sandbox; the others keep the browser from calling home.</summary>
    public static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
}
