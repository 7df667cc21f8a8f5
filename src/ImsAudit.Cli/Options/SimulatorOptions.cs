using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>What <c>simulate</c> serves, and where.</summary>
internal sealed class SimulatorOptions
{
    public Option<string> Estate { get; } = CliOption.Maybe("--estate", "FILE", "The images to serve, in any form that --from reads.", "a sample estate");

    public Option<string> Port { get; } = CliOption.One("--port", "N", "The port on 127.0.0.1; 0 takes a free one.", "0");

    public IReadOnlyList<Option> All => [Estate, Port];
}
