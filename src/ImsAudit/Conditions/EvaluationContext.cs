using ImsAudit.Fields;
using ImsAudit.Images;

namespace ImsAudit.Conditions;

/// <summary>What a condition is evaluated against: one image's fields, the moment, and the images around it.</summary>
/// <param name="Values">The image's values by the slots of the policy set's <see cref="FieldSet"/>.</param>
/// <param name="AsOf">The moment that ages and expiries are judged at, UTC.</param>
public readonly record struct EvaluationContext(IReadOnlyList<FieldValue> Values, DateTimeOffset AsOf)
{
    public ImageScope Scope { get; init; } = ImageScope.Unknown;

    /// <summary>What <c>refersTo</c> looks images up in; null when the estate is not known.</summary>
    public EstateIndex? Estate { get; init; }

    /// <summary>The judged image's values, inside of a <c>where</c> about another image.</summary>
    public IReadOnlyList<FieldValue>? Outer { get; init; }
}
