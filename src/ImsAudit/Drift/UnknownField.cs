namespace ImsAudit.Drift;

/// <summary>A field of images that the catalogue does not know.</summary>
/// <param name="Images">How many images have it.</param>
/// <param name="Example">A value of it, capped, and masked when it looks like a secret; not encoded for any output.</param>
/// <param name="FirstImageId">The first image that has it.</param>
public sealed record UnknownField(string Name, long Images, string Example, string FirstImageId);
