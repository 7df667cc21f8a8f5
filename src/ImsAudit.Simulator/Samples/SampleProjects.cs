using ImsAudit.Simulator.Estates;

namespace ImsAudit.Simulator.Samples;

/// <summary>Who is who in the sample estate: three projects of ours, and those of others.</summary>
internal static class SampleProjects
{
    public const string Production = "5f2c7d0e9a3b4c61a8d4e7f012b3c4d5";
    public const string Development = "81b6e4a27c5d4f0f9e3a6b2d1c0f8e7a";
    public const string Research = "c3d90f1b6e2a4875b1f7a0e5d4c2b698";

    /// <summary>A partner whose shares we have reason to accept.</summary>
    public const string Partner = "2e7f4b8d1a6c4e93b5d0c8f7a1e2b3d4";

    /// <summary>Somebody who shares without being asked.</summary>
    public const string Stranger = "deadc0de7a5e4b16a1c2f3e4d5b6a798";

    /// <summary>The cloud itself, which owns the public images.</summary>
    public const string Provider = "1bed856811654c1cb661a6ca845ebc77";

    public static IReadOnlyList<string> Vendors { get; } = ["a90c5e7d3b1f4286b8e4d2c7f6a5b301", "f4d2b8a61c3e4f95a7b0e9d8c6f5a412"];

    public static IReadOnlyList<SimulatedProject> Own { get; } =
        [new(Production, "sim-region-1"), new(Development, "sim-region-1_development"), new(Research, "sim-region-1_research")];
}
