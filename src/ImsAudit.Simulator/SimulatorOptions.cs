using System.Security.Cryptography;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator;

/// <summary>How a <see cref="SimulatorServer"/> behaves. The defaults suit a demonstration: loopback, a free port, no authentication.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The address to listen on. Anything but a loopback address makes the simulator reachable from outside.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; }

    public SimulatorMode Mode { get; init; } = SimulatorMode.Ims;

    /// <summary>
    /// True: every image request needs a token from <c>POST /v3/auth/tokens</c>, or a signature. False: the caller's project
    /// is that of its token if it has one, else the header <c>X-Project-Id</c>, else the estate's first project. A signature
    /// that is sent must be right in either case.
    /// </summary>
    public bool RequireToken { get; init; }

    /// <summary>The user who may ask for tokens.</summary>
    public string User { get; init; } = "simulated-user";

    /// <summary>The password of <see cref="User"/>; null makes one from <see cref="RandomBytes"/>, to be read from the server.</summary>
    public string? Password { get; init; }

    /// <summary>The access keys whose signatures are taken; none makes one from <see cref="RandomBytes"/>, to be read from the server.</summary>
    public IReadOnlyList<SimulatedAccessKey> AccessKeys { get; init; } = [];

    /// <summary>
    /// The application credentials that give tokens. Each opens one project of the estate; none makes one for the first project
    /// from <see cref="RandomBytes"/>, to be read from the server.
    /// </summary>
    public IReadOnlyList<SimulatedApplicationCredential> ApplicationCredentials { get; init; } = [];

    /// <summary>
    /// The enterprise projects that users have rights in ("0" is the default one): then <c>/v2/images</c> is closed to them, and
    /// <c>/v2/cloudimages</c> shows what is granted. Null: rights in the whole project.
    /// </summary>
    public IReadOnlyList<string>? EnterpriseProjects { get; init; }

    /// <summary>The names of the roles that tokens carry.</summary>
    public IReadOnlyList<string> Roles { get; init; } = ["member"];

    /// <summary>The region of the catalogue's endpoints.</summary>
    public string Region { get; init; } = "sim-region-1";

    /// <summary>More regions of the catalogue: each is served below its own path, <c>/REGION</c>, with the same images.</summary>
    public IReadOnlyList<string> MoreRegions { get; init; } = [];

    /// <summary>How long a token is valid.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long every answer waits.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where passwords and tokens come from: so many random bytes.</summary>
    public Func<int, byte[]> RandomBytes { get; init; } = RandomNumberGenerator.GetBytes;

    /// <summary>
    /// Sees each request before it is answered, on the request's own thread. An answer of its own takes the place of the
    /// simulator's; null lets the simulator answer. It may change the estate.
    /// </summary>
    public Func<SimulatedRequest, SimulatedResponse?>? Intercept { get; init; }

    /// <summary>Is told of each request just before its answer is sent, on the request's own thread.</summary>
    public Action<LoggedRequest>? Answering { get; init; }
}
