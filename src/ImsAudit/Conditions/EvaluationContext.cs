using ImsAudit.Fields;

namespace ImsAudit.Conditions;

/// <summary>What a condition is evaluated against: one image's fields, and the moment.</summary>
/// <param name="Values">The image's values by the slots of the policy set's <see cref="FieldSet"/>.</param>
/// <param name="AsOf">The moment that ages and expiries are judged at, UTC.</param>
public readonly record struct EvaluationContext(IReadOnlyList<FieldValue> Values, DateTimeOffset AsOf);
