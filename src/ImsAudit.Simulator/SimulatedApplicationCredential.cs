namespace ImsAudit.Simulator;

/// <summary>A Keystone application credential that the simulator knows: it belongs to the simulated user, and opens one project.</summary>
/// <param name="Id">By which it is named; its name is <c>app-ID</c>.</param>
/// <param name="Secret">What proves it.</param>
/// <param name="Project">The id of the project.</param>
public sealed record SimulatedApplicationCredential(string Id, string Secret, string Project)
{
    /// <summary>By which it is named together with its user.</summary>
    public string Name => $"app-{Id}";

    /// <summary>As long as real ones are.</summary>
    public static SimulatedApplicationCredential Make(Func<int, byte[]> randomBytes, string project) =>
        new(Convert.ToHexStringLower(randomBytes(16)), Convert.ToHexStringLower(randomBytes(32)), project);

    /// <summary>The compiler's own would print the secret.</summary>
    public override string ToString() => Id;
}
