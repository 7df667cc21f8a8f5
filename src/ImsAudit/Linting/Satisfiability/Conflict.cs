namespace ImsAudit.Linting.Satisfiability;

/// <summary>Finds demands on one field that no value meets together. It may miss some; what it finds is certain.</summary>
internal static class Conflict
{
    /// <summary>The smallest set that shows it: one demand, two, or all on the field; null when a value may meet them all.</summary>
    public static IReadOnlyList<Demand>? In(IReadOnlyList<Demand> demands) =>
        demands.GroupBy(demand => demand.Leaf.Field, StringComparer.Ordinal).Select(field => InField([.. field])).FirstOrDefault(conflict => conflict is not null);

    /// <summary>For messages: what cannot be together.</summary>
    public static string Describe(IReadOnlyList<Demand> conflict) =>
        string.Join(" and ", conflict.Select(demand => demand.Wanted ? demand.Leaf.Text : $"not ({demand.Leaf.Text})"));

    private static IReadOnlyList<Demand>? InField(IReadOnlyList<Demand> demands)
    {
        foreach (var demand in demands)
            if (CannotBe([demand]))
                return [demand];
        for (var second = 1; second < demands.Count; second++)
            for (var first = 0; first < second; first++)
                if (CannotBe([demands[first], demands[second]]))
                    return [demands[first], demands[second]];
        return CannotBe(demands) ? demands : null;
    }

    private static bool CannotBe(IReadOnlyList<Demand> demands) =>
        demands.Any(demand => PinnedValues.RuleOut(demand, demands)) || ValueRanges.RuleOut(demands);
}
