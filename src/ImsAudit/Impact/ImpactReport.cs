using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Impact;

/// <summary>What another set of policies means for the images of an inventory.</summary>
/// <param name="Images">How many there are.</param>
/// <param name="Policies">Every policy of either set, ordered by id.</param>
public sealed record ImpactReport(
    DateTimeOffset AsOf, Completeness Completeness, IReadOnlyList<string> Notes, long Images, IReadOnlyList<PolicyImpact> Policies)
{
    /// <summary>Evaluates both sets. An image counts for a policy when it comes out otherwise, or when the policy is new and judges it.</summary>
    /// <param name="asOf">The moment that ages are judged at by both, UTC.</param>
    public static async Task<ImpactReport> OfAsync(
        PolicySet old, PolicySet @new, IInventory inventory, DateTimeOffset asOf, CancellationToken cancellationToken = default)
    {
        var before = await SetOutcomes.OfAsync(old, inventory, asOf, cancellationToken);
        var after = await SetOutcomes.OfAsync(@new, inventory, asOf, cancellationToken);
        var changes = before.Policies.Keys.Union(after.Policies.Keys).ToDictionary(id => id, _ => new List<ImageChange>(), StringComparer.Ordinal);
        var images = 0L;
        await foreach (var image in inventory.ReadAsync(cancellationToken))
        {
            images++;
            var (from, to) = (before.Of(image), after.Of(image));
            foreach (var (id, list) in changes)
                if (Differ(from.GetValueOrDefault(id), to.GetValueOrDefault(id)))
                    list.Add(new ImageChange(image.Scope, image.Id, after.NameOf(image, id) ?? before.NameOf(image, id), from.GetValueOrDefault(id), to.GetValueOrDefault(id)));
        }
        PolicyImpact Impact(string id, IReadOnlyList<ImageChange> list)
        {
            var (from, to) = (before.Policies.GetValueOrDefault(id), after.Policies.GetValueOrDefault(id));
            return new PolicyImpact(id, ChangeOf(from, to), from?.Severity, to?.Severity, list) { Groups = GroupChange.Between(before.Apart(id), after.Apart(id)) };
        }
        var policies = changes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Impact(pair.Key, pair.Value));
        return new ImpactReport(asOf, inventory.Completeness, inventory.Notes, images, [.. policies]);
    }

    /// <summary>Not to be judged is the same, whether there is no policy or it does not apply.</summary>
    private static bool Differ(Outcome? from, Outcome? to) =>
        from != to && (from ?? Outcome.NotApplicable, to ?? Outcome.NotApplicable) is not (Outcome.NotApplicable, Outcome.NotApplicable);

    private static PolicyChange ChangeOf(Policy? old, Policy? @new)
    {
        if (old is null) return PolicyChange.Added;
        if (@new is null) return PolicyChange.Removed;
        return old.Severity == @new.Severity && old.Source.Json.Span.SequenceEqual(@new.Source.Json.Span) ? PolicyChange.None : PolicyChange.Changed;
    }
}
