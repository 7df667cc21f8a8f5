using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection.Clouds;

/// <summary>What goes over a cloud's own settings, and what stands in where it says nothing.</summary>
public sealed record CloudOverrides
{
    /// <summary>The one region to look into.</summary>
    public string? Region { get; init; }

    /// <summary>Where the cloud names no region.</summary>
    public string? OtherwiseRegion { get; init; }

    public string? Endpoint { get; init; }

    public string? EndpointSource { get; init; }

    /// <summary>The project's id; <c>*</c> for every project that the credentials open.</summary>
    public string? Project { get; init; }

    /// <summary>Another way to sign in, given the cloud's identity endpoint; null keeps the cloud's.</summary>
    public Func<string?, Authentication?>? Authentication { get; init; }

    /// <summary>Where the cloud names none.</summary>
    public string? OtherwiseInterface { get; init; }

    public string? CaCertificateFile { get; init; }
}
