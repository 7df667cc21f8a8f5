using ImsAudit.Collection.Connecting;
using ImsAudit.Images;

namespace ImsAudit.Collection.Walking;

/// <summary>One listing to be asked of one target, in one dialect (never <see cref="ApiDialect.Auto"/>).</summary>
internal sealed record ListingAsk(ConnectedTarget Target, ImageCategory Category, ApiDialect Dialect)
{
    /// <summary>Asks for the hidden images of the category, which Glance leaves out of every other listing.</summary>
    public bool Hidden { get; init; }

    /// <summary>The same listing as a plain OpenStack is asked for it.</summary>
    public ListingAsk Plain => this with { Dialect = ApiDialect.Glance };

    public ListingAsk PlainHidden => Plain with { Hidden = true };

    public ImageScope Scope => Category.BelongsToEndpoint() ? Target.Scope.OfEndpoint : Target.Scope;

    public ListingQuery Query(CollectionSettings settings) => ListingQuery.Of(this, settings.Filters);
}
