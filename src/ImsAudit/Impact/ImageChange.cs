using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.Impact;

/// <summary>An image that comes out otherwise.</summary>
/// <param name="Name">Null when it has none, or the policy is sensitive and reads it.</param>
/// <param name="From">Null when the policy was not there.</param>
/// <param name="To">Null when the policy is there no more.</param>
public sealed record ImageChange(ImageScope Scope, string Id, string? Name, Outcome? From, Outcome? To);
