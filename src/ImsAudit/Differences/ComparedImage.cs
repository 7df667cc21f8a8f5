using ImsAudit.Images;

namespace ImsAudit.Differences;

/// <summary>Which image. Its texts were chosen by whoever made or shared it: hostile until encoded.</summary>
/// <param name="Name">Null when it has none; <c>***</c> when a sensitive policy hides it.</param>
public sealed record ComparedImage(ImageScope Scope, string Id, string? Name, CategorySet Categories)
{
    /// <summary>Why the other side says nothing of it; null but for what was not seen.</summary>
    public Unseen? Why { get; init; }
}
