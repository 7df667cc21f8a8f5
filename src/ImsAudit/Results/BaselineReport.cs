namespace ImsAudit.Results;

/// <summary>What became of the findings of an earlier result.</summary>
/// <param name="RunId">The earlier result's run.</param>
/// <param name="Fixed">Fails of then that are gone; empty when this scan was not complete, and could not know.</param>
public sealed record BaselineReport(string RunId, IReadOnlyList<FixedFinding> Fixed);

/// <param name="Subject">The image's name or id, or the group's key: hostile text until encoded.</param>
public sealed record FixedFinding(string Fingerprint, string Policy, Policies.Severity Severity, string? ImageId, string? Subject);
