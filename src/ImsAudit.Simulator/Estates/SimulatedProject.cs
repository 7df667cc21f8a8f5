namespace ImsAudit.Simulator.Estates;

/// <summary>A project that the simulated user may work in.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="Name">Such as <c>cn-north-4</c>.</param>
public sealed record SimulatedProject(string Id, string Name)
{
    /// <summary>False: it is listed, and no token is given out for it.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Stands in where images are served that do not say whose they are.</summary>
    public static SimulatedProject Unknown { get; } = new("00000000000000000000000000000000", "unknown");
}
