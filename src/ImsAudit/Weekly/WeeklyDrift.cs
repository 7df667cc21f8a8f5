using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>An image of the same id that is another than it was.</summary>
/// <param name="IsGolden">It is public or protected, or was: others build on it.</param>
public sealed record WeeklyDrift(WeeklySubject Subject, bool IsGolden, DateTimeOffset At, IReadOnlyList<WeeklyField> Fields);

/// <summary>A field's values; null where it was or is missing.</summary>
public sealed record WeeklyField(string Name, JsonText? Before, JsonText? After);

/// <summary>An image, and since when.</summary>
/// <param name="From">The project that owns it; null when that is not known.</param>
public sealed record WeeklyImage(WeeklySubject Subject, string? From, DateTimeOffset At);
