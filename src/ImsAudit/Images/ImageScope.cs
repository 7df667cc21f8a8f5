namespace ImsAudit.Images;

/// <summary>Where an image was collected. Each part is null where it is not known or does not apply.</summary>
/// <param name="Cloud">The name of the cloud in the configuration.</param>
/// <param name="Region">The region's id, such as <c>cn-north-4</c>.</param>
/// <param name="Project">The project's id; null for public and market images, which belong to the endpoint.</param>
public sealed record ImageScope(string? Cloud, string? Region, string? Project)
{
    public static ImageScope Unknown { get; } = new(null, null, null);

    /// <summary>The endpoint's own scope, that of its public and market images.</summary>
    public ImageScope OfEndpoint => Project is null ? this : this with { Project = null };

    public override string ToString() =>
        string.Join('/', new[] { Cloud, Region, Project }.Where(part => !string.IsNullOrEmpty(part)));
}
