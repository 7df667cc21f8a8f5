using ImsAudit.Collection.Connecting;
using ImsAudit.Images;

namespace ImsAudit.Collection.Walking;

/// <summary>Which listings are asked of which target.</summary>
internal static class ListingPlan
{
    /// <summary>Every category of every target; what belongs to the endpoint once for the endpoint, by the first target that got in.</summary>
    public static IReadOnlyList<ListingAsk> For(IReadOnlyList<ConnectedTarget> targets, CollectionSettings settings)
    {
        var dialect = settings.Dialect == ApiDialect.Auto ? ApiDialect.Ims : settings.Dialect;
        var askers = Askers(targets);
        var neighbours = targets.GroupBy(target => target.Endpoint).ToDictionary(group => group.Key, group => group.Select(target => target.Scope).Distinct().ToList());
        return
        [
            .. from target in targets
               from category in settings.Categories
               where !category.BelongsToEndpoint() || askers.Contains(target)
               where category != ImageCategory.Market || dialect != ApiDialect.Glance
               from ask in WithHidden(new ListingAsk(target, category, dialect) { Neighbours = category.BelongsToEndpoint() ? neighbours[target.Endpoint] : [] })
               select ask,
        ];
    }

    private static IEnumerable<ListingAsk> WithHidden(ListingAsk ask) => ask.Dialect == ApiDialect.Glance ? [ask, ask.PlainHidden] : [ask];

    /// <summary>The first target of each endpoint; one that did not get in only where none of its cloud and region did.</summary>
    private static HashSet<ConnectedTarget> Askers(IReadOnlyList<ConnectedTarget> targets)
    {
        var covered = targets.Where(target => target.Client is not null).Select(target => target.Scope.OfEndpoint).ToHashSet();
        return targets
            .Where(target => target.Client is not null || !covered.Contains(target.Scope.OfEndpoint))
            .DistinctBy(target => target.Endpoint)
            .ToHashSet();
    }
}
