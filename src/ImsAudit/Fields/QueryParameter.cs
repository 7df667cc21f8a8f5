namespace ImsAudit.Fields;

/// <summary>A query parameter of the API page, or of the newer listing, that is no field of an image.</summary>
/// <param name="IsPaging">It pages or sorts, so it cannot filter.</param>
public sealed record QueryParameter(string Name, bool IsPaging, string English, string Chinese)
{
    /// <summary>The values that are known; empty where the set is open.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The newer listing takes it (<c>GET /v2/cloudimages</c>), and the API page does not.</summary>
    public bool IsOfCloudImages { get; init; }
}
