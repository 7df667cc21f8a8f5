using ImsAudit.Collection.Api;

namespace ImsAudit.Collection.Walking;

/// <summary>What came back of one request of a walk.</summary>
/// <param name="Stretch">Whose next page was asked for; null for a probe.</param>
internal sealed record Arrival(Stretch? Stretch, Probe Probe, string Url, Outcome<ImagePage> Answer);
