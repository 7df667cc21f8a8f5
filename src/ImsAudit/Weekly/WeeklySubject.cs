using ImsAudit.Images;

namespace ImsAudit.Weekly;

/// <summary>What something is about. Every text was chosen by whoever made or shared the image: hostile until encoded.</summary>
/// <param name="Id">The image's id; null for images together.</param>
/// <param name="Name">The image's name; null when it has none.</param>
/// <param name="Group">A group's key as JSON; null for an image.</param>
public sealed record WeeklySubject(string? Id, string? Name, string? Group)
{
    public ImageScope Scope { get; init; } = ImageScope.Unknown;

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What its owner tag says; null when it has none.</summary>
    public string? Owner { get; init; }
}
