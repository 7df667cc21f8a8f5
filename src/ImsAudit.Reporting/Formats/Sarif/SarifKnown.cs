namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>What the results of a run tell of.</summary>
/// <param name="Suppressions">Some are waived.</param>
/// <param name="Baseline">There was a baseline.</param>
internal sealed record SarifKnown(bool Suppressions, bool Baseline);
