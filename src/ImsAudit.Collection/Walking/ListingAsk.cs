using ImsAudit.Collection.Connecting;
using ImsAudit.Images;

namespace ImsAudit.Collection.Walking;

/// <summary>One listing to be asked of one target, in one dialect (never <see cref="ApiDialect.Auto"/>).</summary>
internal sealed record ListingAsk(ConnectedTarget Target, ImageCategory Category, ApiDialect Dialect)
{
    public ImageScope Scope => Category.BelongsToEndpoint() ? Target.Scope.OfEndpoint : Target.Scope;

    public ListingQuery Query(CollectionSettings settings) => ListingQuery.Of(Category, Dialect, Target.Scope.Project, settings.Filters);
}
