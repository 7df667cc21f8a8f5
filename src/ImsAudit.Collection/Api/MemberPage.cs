using ImsAudit.Images;

namespace ImsAudit.Collection.Api;

/// <summary>One page of the members of an image.</summary>
/// <param name="NextMarker">Null when the answer names no page behind it, as older servers never do.</param>
internal sealed record MemberPage(IReadOnlyList<ImageMember> Members, string? NextMarker);
