namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>A test against the real servers; skipped, with the reason, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealGlanceFactAttribute : FactAttribute
{
    public RealGlanceFactAttribute() => Skip = RealGlancePrograms.WhyNot;
}

/// <inheritdoc cref="RealGlanceFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealGlanceTheoryAttribute : TheoryAttribute
{
    public RealGlanceTheoryAttribute() => Skip = RealGlancePrograms.WhyNot;
}

internal static class RealGlancePrograms
{
    /// <summary>Why the real servers cannot run here; null when they can.</summary>
    public static string? WhyNot { get; } = Missing() is { } program
        ? $"{program} is not on this machine: install Debian's packages glance-api and keystone."
        : null;

    private static string? Missing() =>
        new[] { "glance-api", "keystone-manage", "uwsgi_python3" }.FirstOrDefault(program => !File.Exists("/usr/bin/" + program));
}
