using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>The gate in words, for reports and for the line that a scan ends with.</summary>
public static class GateWords
{
    /// <summary>What was asked of it, as options: <c>--fail-on high --fail-on-new</c>.</summary>
    public static string Options(GateResult gate)
    {
        if (gate.History is not { } history) return $"--fail-on {gate.FailOn}";
        var byAge = history.MaxAge.Count == 0 ? [] : new[] { $"--max-age {Ages(history)}" };
        var byNew = history.NewOnly ? ["--fail-on-new"] : Array.Empty<string>();
        var bySeverity = gate.FailOn == "none" ? [] : new[] { $"--fail-on {gate.FailOn}" };
        return string.Join(' ', [.. bySeverity, .. byNew, .. byAge]);
    }

    /// <summary>Why it is closed: <c>2 violations at or above severity high that the history does not know</c>.</summary>
    public static string Failures(GateResult gate) => string.Join("; ", gate.History!.FailedBy.Select(failure => $"{Counts(failure)} {Rule(gate, failure.Rule)}"));

    /// <summary>What is so when it is not closed.</summary>
    internal static string Passed(GateResult gate)
    {
        string?[] parts =
        [
            gate.FailOn == "none" ? null : $"nothing {(gate.History!.NewOnly ? "that the history does not know " : "")}at or above severity {gate.FailOn}",
            gate.History!.MaxAge.Count == 0 ? null : $"nothing open for longer than allowed ({Ages(gate.History)})",
        ];
        return string.Join(" and ", parts.OfType<string>());
    }

    private static string Rule(GateResult gate, string rule) => rule switch
    {
        "maxAge" => $"open for longer than allowed ({Ages(gate.History!)})",
        "failOnNew" => $"at or above severity {gate.FailOn} that the history does not know",
        _ => $"at or above severity {gate.FailOn}",
    };

    private static string Counts(GateFailure failure) => failure.Errors == 0
        ? Words.Count(failure.Violations, "violation")
        : $"{Words.Count(failure.Violations, "violation")} and {Words.Number(failure.Errors)} that could not be decided";

    private static string Ages(HistoryGate history) => string.Join(',', Severities.WorstFirst.Where(history.MaxAge.ContainsKey).Select(severity => $"{severity.Name()}={history.MaxAge[severity]}"));
}
