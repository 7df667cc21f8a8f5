namespace ImsAudit.Drift;

/// <summary>A value that the catalogue does not know of a field whose values it lists, or that is true or false.</summary>
/// <param name="Value">Capped, and masked when it looks like a secret; not encoded for any output.</param>
/// <param name="Images">How many images have it.</param>
/// <param name="FirstImageId">The first image that has it.</param>
public sealed record UnknownValue(string Field, string Value, long Images, string FirstImageId);
