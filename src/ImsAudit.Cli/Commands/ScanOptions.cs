using ImsAudit.Evaluation;
using ImsAudit.Policies;

namespace ImsAudit.Cli.Commands;

/// <summary>How a scan is judged and told, as the options say.</summary>
internal static class ScanOptions
{
    private const string None = "none";
    private const int LongestRunId = 200;
    private static readonly string[] s_languages = ["en", "zh"];
    private static readonly string[] s_onError = ["fail", "warn"];
    private static readonly IReadOnlyList<string> s_failOn = [.. Severities.WorstFirst.Select(Severities.Name), None];

    /// <summary>Notes mistakes in the settings.</summary>
    public static AuditOptions Read(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var now = invocation.Surroundings.Clock.GetUtcNow();
        var failOn = settings.Choice(options.Gate.FailOn, s_failOn);
        return new AuditOptions
        {
            Tool = Product.Tool,
            RunId = RunId(invocation),
            AsOf = settings.Time(options.Policy.AsOf) ?? now,
            StartedAt = now,
            Language = Language(invocation),
            Gate = new GateRule(Severities.TryParse(failOn, out var severity) ? severity : null, settings.Choice(options.Gate.OnError, s_onError) == s_onError[0]),
            RequireComplete = settings.Flag(options.Gate.RequireComplete),
            AllowEmpty = settings.Flag(options.Gate.AllowEmpty),
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
