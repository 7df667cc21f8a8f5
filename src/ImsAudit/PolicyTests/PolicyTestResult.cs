using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.PolicyTests;

/// <summary>How one case came out.</summary>
/// <param name="Why">What decided, when it came out otherwise than expected; null when as expected.</param>
public sealed record PolicyTestResult(
    string File, TextPosition Position, string Policy, string Case, Outcome Expected, Outcome Actual, string? Why)
{
    public bool Passed => Expected == Actual;
}
