using ImsAudit.Collection.Connecting;
using ImsAudit.Images;

namespace ImsAudit.Collection.Walking;

/// <summary>One listing to be asked of one target, in one dialect (never <see cref="ApiDialect.Auto"/>).</summary>
internal sealed record ListingAsk(ConnectedTarget Target, ImageCategory Category, ApiDialect Dialect)
{
    /// <summary>Asks for the hidden images of the category, which Glance leaves out of every other listing.</summary>
    public bool Hidden { get; init; }

    /// <summary>The scopes of all targets at the same address, this one's first, for a listing that is asked once for them all; else none.</summary>
    public IReadOnlyList<ImageScope> Neighbours { get; init; } = [];

    /// <summary>The same listing as a plain OpenStack is asked for it.</summary>
    public ListingAsk Plain => this with { Dialect = ApiDialect.Glance };

    public ListingAsk PlainHidden => Plain with { Hidden = true };

    public ImageScope Scope => Category.BelongsToEndpoint() ? Target.Scope.OfEndpoint : Target.Scope;

    /// <summary>Where an image belongs that this listing brings: to another cloud at the address when that one's project owns it, else to its own.</summary>
    public ImageScope ScopeOf(ImageHead head) =>
        Neighbours.FirstOrDefault(neighbour => neighbour.Project == head.Owner && neighbour.Project is not null)?.OfEndpoint ?? Scope;

    public ListingQuery Query(CollectionSettings settings) => ListingQuery.Of(this, settings.Filters);
}
