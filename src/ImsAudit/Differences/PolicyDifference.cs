using ImsAudit.Impact;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>A policy that only one of the results was judged by, or that says something else in the new one.</summary>
/// <param name="From">The old severity; null when it was not there.</param>
/// <param name="To">The new severity; null when it is there no more.</param>
public sealed record PolicyDifference(string Id, string Title, PolicyChange Change, Severity? From, Severity? To)
{
    /// <summary>Those that differ, ordered by id.</summary>
    internal static IReadOnlyList<PolicyDifference> Between(IReadOnlyList<PolicyResult> old, IReadOnlyList<PolicyResult> @new)
    {
        var (before, after) = (ById(old), ById(@new));
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(id => Of(before.GetValueOrDefault(id), after.GetValueOrDefault(id))).Where(policy => policy.Change != PolicyChange.None)];
    }

    private static PolicyDifference Of(PolicyResult? old, PolicyResult? @new) =>
        new((@new ?? old)!.Id, (@new ?? old)!.Title, ChangeOf(old, @new), old?.Severity, @new?.Severity);

    private static PolicyChange ChangeOf(PolicyResult? old, PolicyResult? @new)
    {
        if (old is null) return PolicyChange.Added;
        if (@new is null) return PolicyChange.Removed;
        // A result of an earlier version does not tell what its policies demand; that the sets differ is said all the same.
        var sameDemand = old.Condition.Count == 0 || @new.Condition.Count == 0 || old.Condition.SequenceEqual(@new.Condition, StringComparer.Ordinal);
        return sameDemand && old.Severity == @new.Severity ? PolicyChange.None : PolicyChange.Changed;
    }

    private static Dictionary<string, PolicyResult> ById(IReadOnlyList<PolicyResult> policies) =>
        policies.DistinctBy(policy => policy.Id, StringComparer.Ordinal).ToDictionary(policy => policy.Id, StringComparer.Ordinal);
}
