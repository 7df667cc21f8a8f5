using ImsAudit.Collection.Credentials;

namespace ImsAudit.Collection;

/// <summary>One project of one region of one cloud, and how to get in.</summary>
public sealed record CollectionTarget
{
    /// <summary>The cloud's name in the configuration; null when none was named.</summary>
    public string? Cloud { get; init; }

    /// <summary>The region's id, such as <c>cn-north-4</c>; picks the endpoint when <see cref="Endpoint"/> is null.</summary>
    public string? Region { get; init; }

    /// <summary>The image endpoint as given (<c>--endpoint</c>, <c>OS_IMAGE_ENDPOINT_OVERRIDE</c>), with or without <c>/v2</c>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>What gave <see cref="Endpoint"/>, such as <c>--endpoint</c>; for messages.</summary>
    public string? EndpointSource { get; init; }

    /// <summary>
    /// True: there is a target like this for each project that the credentials open (Keystone v3, "Get available project
    /// scopes"). <see cref="Project"/> is null then.
    /// </summary>
    public bool FindsProjects { get; init; }

    /// <summary>A PEM file with the only certificate authorities to trust here; null: those of the settings.</summary>
    public string? CaCertificateFile { get; init; }

    /// <summary>The project's id. With a password it is told by the token and need not be given.</summary>
    public string? Project { get; init; }

    /// <summary>The catalogue's interface: <c>public</c>, <c>internal</c> or <c>admin</c> (<c>OS_INTERFACE</c>).</summary>
    public string Interface { get; init; } = "public";

    public required Authentication Authentication { get; init; }

    /// <summary>For messages: which target is meant.</summary>
    public override string ToString()
    {
        var parts = string.Join('/', new[] { Cloud, Region, Project }.Where(part => !string.IsNullOrEmpty(part)));
        return parts.Length > 0 ? parts : Endpoint ?? "the target";
    }
}
