using ImsAudit.Policies;
using ImsAudit.Results;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Model.Charts;

/// <summary>Of what was evaluated, how much passes: a bar for each severity that has policies.</summary>
internal static class SeverityChart
{
    public static ScriptArray Of(IReadOnlyList<PolicyResult> policies, WordList words) =>
        [.. Severities.WorstFirst.Select(severity => Row(severity, [.. policies.Where(policy => policy.Severity == severity)], words)).OfType<ScriptObject>()];

    /// <summary>A policy's bar, or several policies' together.</summary>
    public static ScriptArray Bars(params IReadOnlyList<PolicyResult> policies) => Bar.Of(policies.Sum(policy => policy.Evaluated),
    [
        ("pass", policies.Sum(policy => policy.Pass)),
        ("waived", policies.Sum(policy => policy.Waived)),
        ("error", policies.Sum(policy => policy.Error)),
        ("fail", policies.Sum(policy => policy.Fail)),
    ]);

    private static ScriptObject? Row(Severity severity, IReadOnlyList<PolicyResult> policies, WordList words)
    {
        if (policies.Count == 0) return null;
        var (pass, evaluated) = (policies.Sum(policy => policy.Pass), policies.Sum(policy => policy.Evaluated));
        return new ScriptObject
        {
            ["label"] = words.Say("severity." + severity.Name()),
            ["severity"] = severity.Name(),
            ["policies"] = policies.Count,
            ["compliance"] = Words.Percent(evaluated == 0 ? null : (double)pass / evaluated),
            ["parts"] = Bars(policies),
        };
    }
}
