using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;
using ImsAudit.Images;

namespace ImsAudit.Collection.Connecting;

/// <summary>A target after signing in: with a client to ask, or with the reason why there is none.</summary>
/// <param name="Client">Null when signing in failed.</param>
/// <param name="Failure">Why signing in failed; the error of every listing of the target.</param>
internal sealed record ConnectedTarget(CollectionTarget Target, ImageScope Scope, ApiClient? Client, string? Failure)
{
    /// <summary>The role <c>admin</c> sees every project's shares.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>A sentence on why it is not known whether there is that role; null when it is known.</summary>
    public string? RolesUnknown { get; init; }

    /// <summary>What signing in told; null when it failed.</summary>
    public Identity? Identity { get; init; }

    /// <summary>How the endpoint was found; null when there is none.</summary>
    public string? EndpointFrom { get; init; }

    /// <summary>
    /// What public and market images are collected once for: the address, whatever clouds are called after it. Where nobody got
    /// in, nobody knows it, and the cloud and region stand for it.
    /// </summary>
    public (ImageScope? Scope, Uri? Address) Endpoint => Client is null ? (Scope.OfEndpoint, null) : (null, Client.Endpoint.Images);

    /// <summary>What stands in the way that only the user can put right.</summary>
    public string? Mistake { get; init; }
}
