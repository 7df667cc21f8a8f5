using ImsAudit.Results;

namespace ImsAudit.Differences;

/// <summary>An image of the same id with other content.</summary>
/// <param name="Image">As it is now.</param>
/// <param name="Fields">At least one, ordered by name.</param>
public sealed record ChangedImage(ComparedImage Image, IReadOnlyList<FieldChange> Fields);

/// <param name="Old">Null when it was missing; <c>***</c> when its values are not to be shown.</param>
/// <param name="New">Null when it is missing.</param>
/// <param name="Policies">The ids of the policies that read it, in order.</param>
public sealed record FieldChange(string Field, JsonText Old, JsonText New, IReadOnlyList<string> Policies);

/// <summary>A field that cannot be compared, because it is not known on one side at least.</summary>
/// <param name="Images">Of how many images.</param>
public sealed record UncomparedField(string Field, long Images);
