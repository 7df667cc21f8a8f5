using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>What a reader with ten seconds must know, in plain words: was everything seen, and is the gate passed.</summary>
/// <param name="State"><c>incomplete</c>, <c>failed</c>, <c>unknown</c> (the gate is passed by what was given, but that may not be all) or <c>passed</c>.</param>
/// <param name="Completeness">A sentence: <c>INCOMPLETE: …</c>, <c>Completeness not known: …</c> or <c>Complete: …</c>.</param>
/// <param name="Gate">A sentence on the gate.</param>
public sealed record Verdict(string State, string Completeness, string Gate)
{
    /// <summary>Nothing that was asked for is missing.</summary>
    public required bool SeenWhole { get; init; }

    /// <summary>A sentence where it was judged at a moment in the future; else null.</summary>
    public string? Forecast { get; init; }

    /// <summary>The sentences, the graver one first: what was not seen comes before what was found.</summary>
    public IReadOnlyList<string> Sentences => [.. SeenWhole ? [Gate, Completeness] : new[] { Completeness, Gate }, .. Forecast is null ? [] : new[] { Forecast }];

    /// <summary>In the result's language.</summary>
    public static Verdict Of(AuditResult result)
    {
        var words = WordList.Of(result.Run.Language);
        return new Verdict(StateOf(result), CompletenessOf(result.Run, words), GateOf(result, words))
        {
            SeenWhole = result.Run.Completeness == Inventories.Completeness.Complete,
            Forecast = result.Run.IsForecast ? words.Say("verdict.forecast", Words.Time(result.Run.AsOf)) : null,
        };
    }

    private static string StateOf(AuditResult result) =>
        result.Run.Completeness == Inventories.Completeness.Incomplete || (result.Summary.Gate.ExitCode == 3 && result.Run.HistoryError is null) ? "incomplete"
        : !result.Summary.Gate.Passed ? "failed"
        : result.Run.Completeness == Inventories.Completeness.NotKnown ? "unknown"
        : "passed";

    private static string CompletenessOf(RunInfo run, WordList words)
    {
        var failed = run.Listings.Count(listing => !listing.Complete);
        return run.Completeness switch
        {
            Inventories.Completeness.Complete => words.Say(run.Listings.Any(listing => listing.Filtered) ? "verdict.completeAsNarrowed" : "verdict.complete", Listings(run, words)),
            Inventories.Completeness.NotKnown => words.Say("verdict.notKnown"),
            _ when failed > 0 => words.Say("verdict.listingsFailed", run.Listings.Count, failed),
            _ => words.Say("verdict.incomplete"),
        };
    }

    private static string Listings(RunInfo run, WordList words) =>
        run.Listings.Count == 0 ? words.Say("verdict.everythingSeen") : words.Say("verdict.listingsRead", run.Listings.Count);

    private static string GateOf(AuditResult result, WordList words)
    {
        var gate = result.Summary.Gate;
        if (result.Run is { HistoryError: not null, Completeness: not Inventories.Completeness.Incomplete }) return words.Say("verdict.gateUnwritten");
        if (gate.ExitCode == 3) return words.Say("verdict.gateNotSeen");
        if (gate.History is not null) return GateWords.Sentence(gate, words);
        if (gate.FailOn == "none") return words.Say("verdict.gateOff");
        if (gate.Passed) return words.Say("verdict.gatePassed", SeverityOf(gate, words));
        var counted = result.Findings.Where(finding => !finding.Baselined && Reaches(finding.Severity, gate.FailOn)).ToList();
        var violations = words.Say("violations", counted.Count(finding => finding.Outcome == Outcome.Fail));
        var errors = counted.Count(finding => finding.Outcome == Outcome.Error);
        var undecided = errors == 0 ? "" : words.Say("verdict.andUndecided", errors);
        return words.Say("verdict.gateFailed", violations, undecided, SeverityOf(gate, words), gate.ExitCode);
    }

    internal static string SeverityOf(GateResult gate, WordList words) =>
        words.Has("severity." + gate.FailOn) ? words.Say("severity." + gate.FailOn).ToLowerInvariant() : gate.FailOn;

    private static bool Reaches(Severity severity, string failOn) => Severities.TryParse(failOn, out var threshold) && severity >= threshold;
}
