using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>The part of the gate that needs a history: <c>--fail-on-new</c> and <c>--max-age</c>.</summary>
/// <param name="NewOnly">Of the findings at or above <c>failOn</c> only those count that the history does not know.</param>
/// <param name="MaxAge">For how long a finding of a severity may be open, as it was written: <c>7d</c>.</param>
/// <param name="FailedBy">The rules that close the gate; empty when none does.</param>
public sealed record HistoryGate(bool NewOnly, IReadOnlyDictionary<Severity, string> MaxAge, IReadOnlyList<GateFailure> FailedBy);

/// <summary>A rule of the gate, and by how many findings it is broken.</summary>
/// <param name="Rule"><c>failOn</c>, <c>failOnNew</c> or <c>maxAge</c>.</param>
public sealed record GateFailure(string Rule, int Violations, int Errors);
