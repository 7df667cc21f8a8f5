using ImsAudit.Images;

namespace ImsAudit.Weekly;

/// <summary>What others share with us.</summary>
/// <param name="Standing">How many images are in each of the shared categories at the end of the period.</param>
/// <param name="Ledger">What is pending, the longest first, and then what was decided, offered or taken back in the period.</param>
public sealed record WeeklyShares(IReadOnlyDictionary<ImageCategory, int> Standing, IReadOnlyList<WeeklyShare> Ledger);

/// <param name="From">The project that shares it; null when that is not known.</param>
/// <param name="Status">pending, accepted, rejected, or withdrawn when it is no longer there.</param>
/// <param name="Since">Since when, as scans saw it, UTC.</param>
/// <param name="Before">What it was before; null when it was not there.</param>
public sealed record WeeklyShare(WeeklySubject Subject, string? From, string Status, DateTimeOffset Since, WeeklyShareBefore? Before);

public sealed record WeeklyShareBefore(string Status, DateTimeOffset Since);
