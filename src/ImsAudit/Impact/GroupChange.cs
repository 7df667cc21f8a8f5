using ImsAudit.Results;

namespace ImsAudit.Impact;

/// <summary>A group that comes out otherwise and names no image: an empty one, or one that could not be decided.</summary>
/// <param name="Key">Field by field; empty for the one group of a policy that groups by nothing.</param>
/// <param name="From">Null when nothing was found against it.</param>
/// <param name="To">Null when nothing is found against it.</param>
public sealed record GroupChange(IReadOnlyDictionary<string, JsonText> Key, Outcome? From, Outcome? To)
{
    internal static IReadOnlyList<GroupChange> Between(
        IReadOnlyDictionary<string, (IReadOnlyDictionary<string, JsonText> Key, Outcome Outcome)> old,
        IReadOnlyDictionary<string, (IReadOnlyDictionary<string, JsonText> Key, Outcome Outcome)> @new)
    {
        var changes = new List<GroupChange>();
        foreach (var id in old.Keys.Union(@new.Keys).Order(StringComparer.Ordinal))
        {
            Outcome? from = old.TryGetValue(id, out var before) ? before.Outcome : null;
            Outcome? to = @new.TryGetValue(id, out var after) ? after.Outcome : null;
            if (from != to) changes.Add(new GroupChange(to is null ? before.Key : after.Key, from, to));
        }
        return changes;
    }
}
