namespace ImsAudit.Fields;

/// <summary>A query parameter of the API page that is no field of an image.</summary>
/// <param name="IsPaging">It pages or sorts, so it cannot filter.</param>
public sealed record QueryParameter(string Name, bool IsPaging, string English, string Chinese);
