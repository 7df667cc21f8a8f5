using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>What a reader with ten seconds must know, in plain words: was everything seen, and is the gate passed.</summary>
/// <param name="State"><c>incomplete</c>, <c>failed</c>, <c>unknown</c> (the gate is passed by what was given, but that may not be all) or <c>passed</c>.</param>
/// <param name="Completeness">A sentence: <c>INCOMPLETE: …</c>, <c>Completeness not known: …</c> or <c>Complete: …</c>.</param>
/// <param name="Gate">A sentence on the gate.</param>
public sealed record Verdict(string State, string Completeness, string Gate)
{
    public static Verdict Of(AuditResult result) => new(
        result.Run.Completeness == Inventories.Completeness.Incomplete || (result.Summary.Gate.ExitCode == 3 && result.Run.HistoryError is null) ? "incomplete"
        : !result.Summary.Gate.Passed ? "failed"
        : result.Run.Completeness == Inventories.Completeness.NotKnown ? "unknown"
        : "passed",
        CompletenessOf(result.Run),
        GateOf(result));

    /// <summary>The two sentences, the graver one first: what was not seen comes before what was found.</summary>
    public IReadOnlyList<string> Sentences =>
        Completeness.StartsWith("Complete:", StringComparison.Ordinal) ? [Gate, Completeness] : [Completeness, Gate];

    private static string CompletenessOf(RunInfo run)
    {
        var failed = run.Listings.Count(listing => !listing.Complete);
        return run.Completeness switch
        {
            Inventories.Completeness.Complete => $"Complete: {Listings(run)}{(run.Listings.Any(listing => listing.Filtered) ? ", as narrowed by --filter" : "")}.",
            Inventories.Completeness.NotKnown => "Completeness not known: saved responses do not prove that nothing is missing.",
            _ when failed > 0 => $"INCOMPLETE: {failed} of {Words.Count(run.Listings.Count, "listing")} failed, and what was not seen was not judged.",
            _ => "INCOMPLETE: not everything that was asked for was seen, and what was not seen was not judged.",
        };
    }

    private static string Listings(RunInfo run) => run.Listings.Count switch
    {
        0 => "everything that was asked for was seen",
        1 => "the one listing was read to its end",
        var count => $"all {count} listings were read to their end",
    };

    private static string GateOf(AuditResult result)
    {
        var gate = result.Summary.Gate;
        if (result.Run is { HistoryError: not null, Completeness: not Inventories.Completeness.Incomplete }) return "The gate is not passed, because the history could not be written (exit code 3).";
        if (gate.ExitCode == 3) return "The gate is not passed, because what was not seen cannot be called clean (exit code 3).";
        if (gate.History is not null)
            return gate.Passed ? $"The gate is passed: {GateWords.Passed(gate)} (exit code 0)." : $"The gate is not passed: {GateWords.Failures(gate)} (exit code {gate.ExitCode}).";
        if (gate.FailOn == "none") return "The gate is off (--fail-on none).";
        if (gate.Passed) return $"The gate is passed: nothing new at or above severity {gate.FailOn} (exit code 0).";
        var counted = result.Findings.Where(finding => !finding.Baselined && Reaches(finding.Severity, gate.FailOn)).ToList();
        var violations = counted.Count(finding => finding.Outcome == Outcome.Fail);
        var errors = counted.Count(finding => finding.Outcome == Outcome.Error);
        var undecided = errors == 0 ? "" : $" and {errors} that could not be decided";
        return $"The gate is not passed: {Words.Count(violations, "violation")}{undecided} at or above severity {gate.FailOn} (exit code {gate.ExitCode}).";
    }

    private static bool Reaches(Severity severity, string failOn) => Severities.TryParse(failOn, out var threshold) && severity >= threshold;
}
