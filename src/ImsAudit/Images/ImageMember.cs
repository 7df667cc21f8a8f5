namespace ImsAudit.Images;

/// <summary>One whom an image is shared out to (<c>GET /v2/images/{image_id}/members</c>).</summary>
/// <param name="Id">The project's id, or that of an organization; not empty.</param>
/// <param name="Status">As the API gave it: <c>pending</c>, <c>accepted</c>, <c>rejected</c>, or what nobody knows yet.</param>
/// <param name="Type">The API's <c>member_type</c>, such as <c>organization</c>; null where it says none.</param>
public sealed record ImageMember(string Id, string Status, string? Type);
