namespace ImsAudit.Collection.Credentials;

/// <summary>What is known about who asks.</summary>
/// <param name="Project">The project's id; null when nobody said.</param>
/// <param name="IsAdmin">The token carries the role <c>admin</c>: Glance then shows every project's shares.</param>
/// <param name="Catalogue">Where the services are; null when the authentication has no catalogue.</param>
internal sealed record Identity(string? Project, bool IsAdmin, ServiceCatalogue? Catalogue)
{
    /// <summary>Why nobody could say which roles there are, as a sentence for the reports; null when they are known or do not matter.</summary>
    public string? RolesUnknown { get; init; }

    public string? ProjectName { get; init; }

    public string? User { get; init; }

    /// <summary>Null when nobody said.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
