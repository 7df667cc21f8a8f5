using ImsAudit.Policies;

namespace ImsAudit.History.Reading;

/// <summary>A finding that the latest scan of a selection saw coming.</summary>
/// <param name="Selection">See <see cref="PastScan.Selection"/>.</param>
/// <param name="Image">Null for a group.</param>
/// <param name="Group">A group's key as JSON; null for an image.</param>
/// <param name="By">At the beginning of this day, UTC, it is there.</param>
/// <param name="Expiring">The waiver that covers it until then; null when it comes by age or an end of life.</param>
public sealed record PastDue(long Selection, string Fingerprint, PastPolicy Policy, PastImage? Image, string? Group, DateOnly By, PastWaiver? Expiring);

/// <summary>A policy as the history last knew it.</summary>
public sealed record PastPolicy(string Id, string Title, Severity Severity);
