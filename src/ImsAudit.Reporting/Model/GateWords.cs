using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>The gate in words, where a history has a say in it: for reports, and for the line that a scan ends with.</summary>
public static class GateWords
{
    /// <summary>What was asked of it, as options: <c>--fail-on high --fail-on-new</c>.</summary>
    public static string Options(GateResult gate)
    {
        if (gate.History is not { } history) return $"--fail-on {gate.FailOn}";
        var bySeverity = gate.FailOn == "none" ? [] : new[] { $"--fail-on {gate.FailOn}" };
        var byNew = history.NewOnly ? ["--fail-on-new"] : Array.Empty<string>();
        var byAge = history.MaxAge.Count == 0 ? [] : new[] { $"--max-age {Ages(history)}" };
        return string.Join(' ', [.. bySeverity, .. byNew, .. byAge]);
    }

    /// <summary>Why it is closed, in English: <c>2 violations at or above severity high that the history does not know</c>.</summary>
    public static string Failures(GateResult gate) => Failures(gate, WordList.Of("en"));

    internal static string Sentence(GateResult gate, WordList words) =>
        gate.Passed ? words.Say("verdict.historyPassed", Passed(gate, words)) : words.Say("verdict.historyFailed", Failures(gate, words), gate.ExitCode);

    private static string Passed(GateResult gate, WordList words)
    {
        string?[] parts =
        [
            gate.FailOn == "none" ? null : words.Say(gate.History!.NewOnly ? "verdict.nothingNewAt" : "verdict.nothingAt", Verdict.SeverityOf(gate, words)),
            gate.History!.MaxAge.Count == 0 ? null : words.Say("verdict.nothingOld", Ages(gate.History)),
        ];
        return string.Join(words.Say("verdict.and"), parts.OfType<string>());
    }

    private static string Failures(GateResult gate, WordList words) => string.Join("; ", gate.History!.FailedBy.Select(failure => words.Say(
        KeyOf(failure.Rule),
        words.Say("violations", failure.Violations),
        failure.Errors == 0 ? "" : words.Say("verdict.andUndecided", failure.Errors),
        failure.Rule == "maxAge" ? Ages(gate.History) : Verdict.SeverityOf(gate, words))));

    private static string KeyOf(string rule) => rule switch
    {
        "failOnNew" => "verdict.failOnNew",
        "maxAge" => "verdict.maxAge",
        _ => "verdict.failOn",
    };

    private static string Ages(HistoryGate history) => string.Join(',', Severities.WorstFirst.Where(history.MaxAge.ContainsKey).Select(severity => $"{severity.Name()}={history.MaxAge[severity]}"));
}
