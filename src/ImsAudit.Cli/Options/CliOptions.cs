using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>Every option that there is, by what it is about. One set an app: an option knows the commands that it belongs to.</summary>
internal sealed class CliOptions
{
    public SourceOptions Source { get; } = new();

    public PolicyOptions Policy { get; } = new();

    public WaiverOptions Waiver { get; } = new();

    public OutputOptions Output { get; } = new();

    public GateOptions Gate { get; } = new();

    public HistoryOptions History { get; } = new();

    public PeriodOptions Period { get; } = new();

    public SimulatorOptions Simulator { get; } = new();

    public Option<string[]> Image { get; } =
        CliOption.Many("--image", "ID", "The image to explain: its id, or its whole name.", "none, it is required");

    public Option<string> CollectTo { get; } = NewCollectTo();

    public Option<string> Resume { get; } = CliOption.Maybe("--resume", "FILE",
        "Go on with a collection of FILE that was interrupted or incomplete, from the FILE.partial that it left: with the same options, only listings that are not complete are asked again.",
        "collect from the beginning");

    public Option<string> Config { get; } =
        CliOption.Maybe("--config", "FILE", "The configuration file.", "imsaudit.json in the working folder, when it is there");

    public Option<bool> Quiet { get; } = CliOption.Flag("--quiet", "Say nothing on standard error but what is wrong.");

    public Option<bool> Verbose { get; } = CliOption.Flag("--verbose", "Say more on standard error; show the stack of an internal fault.");

    public Option<bool> NoColor { get; } = CliOption.Flag("--no-color", "No colours, also not on a terminal. The variable NO_COLOR says the same.");

    /// <summary>Those that every command has.</summary>
    public IReadOnlyList<Option> Common => [Config, Quiet, Verbose, NoColor];

    /// <summary>Those that have a key in the configuration.</summary>
    public IReadOnlyList<Option> Configurable =>
    [
        .. Source.All, .. Policy.All, .. Waiver.All, .. Output.All, .. Gate.All, .. History.All, .. Period.All, .. Simulator.All, Image, CollectTo, Resume, Quiet, Verbose, NoColor,
    ];

    private static Option<string> NewCollectTo()
    {
        var option = CliOption.Maybe("--out", "FILE", "The snapshot to write; - is standard output, a name that ends with .gz is compressed.", "none; this or --resume is required");
        option.Aliases.Add("-o");
        return option;
    }
}
