using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Identity;

/// <param name="Value">What stands in <c>X-Subject-Token</c>.</param>
/// <param name="Project">What it is scoped to; null for an unscoped token.</param>
internal sealed record IssuedToken(string Value, SimulatedProject? Project, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>By which way in it was given, as Keystone names it.</summary>
    public required string Method { get; init; }
}
