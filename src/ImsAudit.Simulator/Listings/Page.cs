using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Listings;

/// <summary>One page of a listing.</summary>
/// <param name="Next">The marker of the next page; null when the answer has no <c>next</c>.</param>
internal sealed record Page(IReadOnlyList<SimulatedImage> Images, string? Next);
