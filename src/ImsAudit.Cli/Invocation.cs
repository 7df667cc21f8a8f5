using ImsAudit.Cli.Configuration;
using ImsAudit.Cli.Messages;

namespace ImsAudit.Cli;

/// <summary>One run of one command.</summary>
internal sealed record Invocation(Surroundings Surroundings, Settings Settings, Log Log, CancellationToken Cancellation)
{
    /// <summary>Colour belongs on a terminal, unless somebody does not want it.</summary>
    public bool Colour => Surroundings.OutputTerminal is not null && !Settings.Flag(Settings.Options.NoColor) && Surroundings.Variable("NO_COLOR") is null;
}
