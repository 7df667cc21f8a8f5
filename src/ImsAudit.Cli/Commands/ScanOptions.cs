using ImsAudit.Cli.Histories;
using ImsAudit.Evaluation;

namespace ImsAudit.Cli.Commands;

/// <summary>How a scan is judged and told, as the options say.</summary>
internal static class ScanOptions
{
    private static readonly string[] s_languages = ["en", "zh"];

    /// <summary>Notes mistakes in the settings.</summary>
    public static AuditOptions Read(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var now = invocation.Surroundings.Clock.GetUtcNow();
        return new AuditOptions
        {
            Tool = Product.Tool,
            RunId = settings.Text(options.Output.RunId) ?? invocation.Surroundings.NewRunId(),
            AsOf = settings.Time(options.Policy.AsOf) ?? now,
            StartedAt = now,
            Language = Language(invocation),
            Gate = GateSettings.Read(invocation),
            RequireComplete = settings.Flag(options.Gate.RequireComplete),
            AllowEmpty = settings.Flag(options.Gate.AllowEmpty),
        };
    }

    public static string Language(Invocation invocation) => invocation.Settings.Choice(invocation.Settings.Options.Policy.Lang, s_languages);
}
