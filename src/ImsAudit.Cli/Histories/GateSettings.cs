using ImsAudit.Cli.Configuration;
using ImsAudit.Evaluation;
using ImsAudit.Policies;
using ImsAudit.Values;

namespace ImsAudit.Cli.Histories;

/// <summary>The gate, as <c>--fail-on</c>, <c>--fail-on-new</c>, <c>--max-age</c> and <c>--on-error</c> say together.</summary>
internal static class GateSettings
{
    private const string None = "none";
    private static readonly string[] s_onError = ["fail", "warn"];
    private static readonly IReadOnlyList<string> s_severities = [.. Severities.WorstFirst.Select(Severities.Name)];
    private static readonly IReadOnlyList<string> s_failOn = [.. s_severities, None];

    /// <summary>Notes mistakes in the settings.</summary>
    public static GateRule Read(Invocation invocation)
    {
        var (settings, options) = (invocation.Settings, invocation.Settings.Options);
        var name = settings.Choice(options.Gate.FailOn, s_failOn);
        Severity? failOn = Severities.TryParse(name, out var severity) ? severity : null;
        var errorsCount = settings.Choice(options.Gate.OnError, s_onError) == s_onError[0];
        var (newOnly, ages) = (settings.Flag(options.Gate.FailOnNew), ReadAges(settings));
        if ((newOnly || ages.Count > 0) && !settings.IsGiven(options.History.History))
            settings.Mistake($"{(newOnly ? "--fail-on-new" : "--max-age")} needs to know what earlier scans found: --history FILE.");
        if (failOn is null && ages.Count + (newOnly ? 1 : 0) > 0)
        {
            invocation.Log.Warning("--fail-on none switches the gate off, --fail-on-new and --max-age with it. Leave --fail-on out to gate by the history alone.");
            return new GateRule(FailOn: null, errorsCount);
        }
        // Whoever allows findings some age, and names no severity, does not want the default to fail on all of them at once.
        var byAgeAlone = ages.Count > 0 && !newOnly && !settings.IsGiven(options.Gate.FailOn);
        return new GateRule(byAgeAlone ? null : failOn, errorsCount) { NewOnly = newOnly, MaxAge = ages };
    }

    private static Dictionary<Severity, AgeLimit> ReadAges(Settings settings)
    {
        var option = settings.Options.Gate.MaxAge;
        var ages = new Dictionary<Severity, AgeLimit>();
        foreach (var part in settings.Text(option)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) settings.Wrong(option, part, "SEVERITY=DURATION, such as critical=7d,high=30d");
            else if (!Severities.TryParse(part[..equals].TrimEnd(), out var severity)) settings.WrongChoice(option, part[..equals].TrimEnd(), s_severities);
            else if (!Duration.TryParse(part[(equals + 1)..].TrimStart(), out var limit)) settings.Wrong(option, part, "SEVERITY=DURATION with a duration such as 7d, 36h or P30D");
            else if (!ages.TryAdd(severity, new AgeLimit(limit, part[(equals + 1)..].TrimStart()))) settings.Wrong(option, part, $"one duration for {severity.Name()}, and it has two");
        }
        return ages;
    }
}
