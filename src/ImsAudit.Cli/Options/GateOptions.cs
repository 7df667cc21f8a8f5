using System.CommandLine;

namespace ImsAudit.Cli.Options;

/// <summary>When the exit code says no.</summary>
internal sealed class GateOptions
{
    public Option<string> FailOn { get; } = CliOption.One("--fail-on", "SEVERITY",
        "Exit with 1 when a policy of at least this severity is violated: critical, high, medium, low, info or none.", "high");

    public Option<bool> FailOnNew { get; } = CliOption.Flag("--fail-on-new",
        "Of the violations that --fail-on names, count only those that the history does not have open; in an empty history all are new. Needs --history.");

    public Option<string> MaxAge { get; } = CliOption.Maybe("--max-age", "SEVERITY=DURATION,...",
        "Exit with 1 when a violation has been open for longer, such as critical=7d,high=30d; without --fail-on and --fail-on-new, by this alone. Needs --history.", "of any age");

    public Option<string> OnError { get; } = CliOption.One("--on-error", "fail|warn",
        "Whether a policy that could not be decided counts like a violation.", "fail");

    public Option<bool> RequireComplete { get; } = CliOption.Flag("--require-complete",
        "Exit with 3 when nobody knows whether all images are there, as with saved responses.");

    public Option<bool> AllowEmpty { get; } = CliOption.Flag("--allow-empty", "Accept that there is not one image.");

    public IReadOnlyList<Option> All => [FailOn, FailOnNew, MaxAge, OnError, RequireComplete, AllowEmpty];
}
