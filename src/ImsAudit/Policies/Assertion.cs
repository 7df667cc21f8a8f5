using ImsAudit.Conditions;

namespace ImsAudit.Policies;

/// <summary>What a policy states about each image: a condition that must be true, or one that must be false.</summary>
/// <param name="IsForbidden">True for <c>forbid</c>.</param>
public sealed record Assertion(Condition Condition, bool IsForbidden);
