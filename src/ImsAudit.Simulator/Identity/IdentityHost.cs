namespace ImsAudit.Simulator.Identity;

/// <summary>What a running server adds to its options: where it is, and the password, access keys and application credentials in force.</summary>
internal sealed record IdentityHost(Uri Endpoint, string Password, IReadOnlyList<SimulatedAccessKey> AccessKeys)
{
    public IReadOnlyList<SimulatedApplicationCredential> ApplicationCredentials { get; init; } = [];

    /// <summary>The compiler's own would print the password.</summary>
    public override string ToString() => Endpoint.AbsoluteUri;
}
