using ImsAudit.Cli.Histories;
using ImsAudit.Evaluation;

namespace ImsAudit.Cli.Commands;

/// <summary>How a scan is judged and told, as the options say.</summary>
internal static class ScanOptions
{
    /// <summary>The pack that a scan takes when none of <c>--policies</c>, <c>--pack</c> and <c>--policy</c> is given.</summary>
    public const string DefaultPack = "baseline";

    private const int LongestRunId = 200;
    private static readonly string[] s_languages = ["en", "zh"];

    /// <summary>Notes mistakes in the settings.</summary>
    public static AuditOptions Read(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var now = invocation.Surroundings.Clock.GetUtcNow();
        return new AuditOptions
        {
            Tool = Product.Tool,
            RunId = RunId(invocation),
            AsOf = settings.Time(options.Policy.AsOf) ?? now,
            StartedAt = now,
            Language = Language(invocation),
            Gate = GateSettings.Read(invocation),
            RequireComplete = settings.Flag(options.Gate.RequireComplete),
            AllowEmpty = settings.Flag(options.Gate.AllowEmpty),
            WorkingFolder = Path.GetFullPath(invocation.Surroundings.PathOf(".")),
        };
    }

    private static string RunId(Invocation invocation)
    {
        var (settings, option) = (invocation.Settings, invocation.Settings.Options.Output.RunId);
        if (settings.Text(option) is not { } text) return invocation.Surroundings.NewRunId();
        if (text.Length is 0 or > LongestRunId || text.Any(char.IsControl)) settings.Wrong(option, text, $"one line of 1 to {LongestRunId} characters");
        return text;
    }

    public static string Language(Invocation invocation) => invocation.Settings.Choice(invocation.Settings.Options.Policy.Lang, s_languages);
}
