using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Listings;

/// <summary>Whether a listing takes an image.</summary>
internal delegate bool ImageFilter(SimulatedImage image);
