namespace ImsAudit.Conditions;

/// <summary>A leaf that decided, and whether the opposite of what it says was expected.</summary>
internal readonly record struct DecidingCondition(FieldCondition Leaf, bool Opposite);
