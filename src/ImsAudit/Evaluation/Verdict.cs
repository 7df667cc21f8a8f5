using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>What became of one policy for one image.</summary>
/// <param name="WhenUndecided">The error comes from <c>when</c>, not from the assertion.</param>
public readonly record struct Verdict(Outcome Outcome, bool WhenUndecided = false);
