using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>One project of one endpoint that a collection asks.</summary>
/// <param name="Endpoint">The address of its images; null when it could not be signed in to, so that nobody knows.</param>
public sealed record PlannedTarget(ImageScope Scope, string? Endpoint)
{
    public override string ToString() => Scope.ToString() is { Length: > 0 } scope ? $"{scope} at {Endpoint}" : $"{Endpoint}";
}
