using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>What is known and lived with.</summary>
internal sealed class WaiverOptions
{
    public Option<string> Waivers { get; } = CliOption.Maybe("--waivers", "FILE",
        "A file of waivers: violations to live with, each with a reason, an owner and a last day.", "none");

    public Option<bool> NoWaivers { get; } = CliOption.Flag("--no-waivers", "Take no waivers, not even those that are configured.");

    public Option<string> Baseline { get; } = CliOption.Maybe("--baseline", "RESULT.json",
        "An earlier result: violations that were in it do not close the gate, and those that are gone are reported as fixed.", "none");

    public IReadOnlyList<Option> All => [Waivers, NoWaivers, Baseline];
}
