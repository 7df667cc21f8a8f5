using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>The listing that an image comes in.</summary>
/// <param name="Number">Tells the listings of one collection apart, from 1.</param>
public readonly record struct SpoolListing(int Number, ImageScope Scope, ImageCategory Category);
