using ImsAudit.Conditions;

namespace ImsAudit.Evaluation;

/// <summary>A leaf that decided, and whether the opposite of what it says was expected.</summary>
internal readonly record struct DecidingLeaf(LeafTrace Leaf, bool Opposite);

/// <summary>Finds in a traced condition the leaves that made it come out as it did.</summary>
internal static class DecidingLeaves
{
    /// <param name="opposite">True when the condition was to be false, as under <c>forbid</c>.</param>
    public static IReadOnlyList<DecidingLeaf> Of(ConditionTrace trace, bool opposite)
    {
        var found = new List<DecidingLeaf>();
        Collect(trace, opposite, found);
        return found;
    }

    private static void Collect(ConditionTrace trace, bool opposite, List<DecidingLeaf> found)
    {
        switch (trace)
        {
            case LeafTrace leaf:
                found.Add(new DecidingLeaf(leaf, opposite));
                break;
            case BranchTrace { Kind: "not" } not:
                Collect(not.Children[0], !opposite, found);
                break;
            case BranchTrace branch:
                // All children of a branch that came out as it did together; of one where a single child decides, those that did.
                foreach (var child in branch.Children.Where(child => child.Truth == branch.Truth)) Collect(child, opposite, found);
                break;
        }
    }
}
