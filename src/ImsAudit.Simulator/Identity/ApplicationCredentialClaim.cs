using System.Security.Cryptography;
using System.Text;

namespace ImsAudit.Simulator.Identity;

/// <summary>What a body of <c>POST /v3/auth/tokens</c> says of an application credential: its id, or its name and user, and its secret.</summary>
internal sealed record ApplicationCredentialClaim(string? Id, string? Name, string? User, string? Secret)
{
    public bool IsOf(SimulatedApplicationCredential credential, string user) => IsNamed(credential, user) && IsSecret(credential.Secret);

    /// <summary>The compiler's own would print the secret.</summary>
    public override string ToString() => Id ?? $"{Name} of {User}";

    private bool IsNamed(SimulatedApplicationCredential credential, string user) =>
        Id is null ? Name == credential.Name && (User == user || User == TokenBody.UserId) : Id == credential.Id;

    private bool IsSecret(string secret) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Secret ?? ""), Encoding.UTF8.GetBytes(secret));
}
