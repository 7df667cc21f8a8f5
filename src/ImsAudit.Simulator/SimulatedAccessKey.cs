namespace ImsAudit.Simulator;

/// <summary>An access key that the simulator knows.</summary>
/// <param name="Id">The access key id (AK).</param>
/// <param name="SecretKey">The secret key (SK).</param>
public sealed record SimulatedAccessKey(string Id, string SecretKey)
{
    /// <summary>A temporary key's, which has to come with each request; null for a lasting key, with which none may come.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>As long as real ones are.</summary>
    public static SimulatedAccessKey Make(Func<int, byte[]> randomBytes) =>
        new(Convert.ToHexString(randomBytes(10)), Convert.ToHexStringLower(randomBytes(20)));

    /// <summary>The compiler's own would print the secrets.</summary>
    public override string ToString() => Id;
}
