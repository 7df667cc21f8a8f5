using ImsAudit.Images;

namespace ImsAudit.Collection.Connecting;

/// <summary>What came of signing in to a target. No secret stands in it; names and roles are the server's words.</summary>
/// <param name="Scope">With the project and the region as far as signing in told them.</param>
public sealed record CheckedTarget(CollectionTarget Target, ImageScope Scope)
{
    /// <summary>The address that is asked for images; null when there is none.</summary>
    public string? Endpoint { get; init; }

    /// <summary>How the endpoint was found.</summary>
    public string? EndpointFrom { get; init; }

    public string? ProjectName { get; init; }

    public string? User { get; init; }

    /// <summary>Null when nobody told them.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>When the token expires; null when nobody told.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Why it does not work, as a sentence; null when it does.</summary>
    public string? Problem { get; init; }

    /// <summary>The problem is one that the user has to put right in the settings.</summary>
    public bool IsMistake { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}
