using ImsAudit.Fields;
using ImsAudit.Values;

namespace ImsAudit.Linting;

/// <summary>That a leaf comes out true, or false.</summary>
internal sealed record Demand(LintLeaf Leaf, bool Wanted)
{
    /// <summary>The operator under its positive name must be true.</summary>
    public bool IsPositive => Wanted != Leaf.IsNegated;

    public bool IsMetBy(FieldValue value) => Leaf.Test(value) == Truths.Of(Wanted);
}
